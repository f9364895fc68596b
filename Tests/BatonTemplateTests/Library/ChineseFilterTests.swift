// What the vectors of domain.md do not cover.

import Testing

@testable import BatonTemplate

@Suite struct ChineseFilterTests {
  private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

  @Test(arguments: [
    ("11", "十一"), ("111", "一百一十一"), ("100000", "十万"), ("100000000", "一亿"), ("100000001", "一亿零一"),
    ("1000100000", "十亿零一十万"), ("10000000000000", "十万亿"), ("1200000000001", "一万二千亿零一"),
    ("100000000000000", "一百万亿"), ("-3", "负三"), ("3.50", "三点五"), ("0.05", "零点零五"),
    ("1000000000000", "一万亿"), ("10001000", "一千万一千"), ("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
  ])
  func `numbers are read out in Chinese`(number: String, text: String) throws {
    #expect(try ChineseNumeral.count(decimal(number)) == text)
  }

  @Test func `a number beyond 万亿 is refused`() throws {
    #expect(throws: Fault.self) { try ChineseNumeral.count(decimal("10000000000000000")) }
  }

  @Test(arguments: [(7, "七"), (10, "十"), (87, "八十余"), (80, "八十"), (243, "二百四十余"), (1862, "一千八百余")])
  func `概数 keeps the leading digits`(number: Int, text: String) throws {
    #expect(try ChineseNumeral.approximate(number) == text)
  }

  @Test(arguments: ["2023-02-29", "2023-13-01", "2023-00-10", "23-04-09", "2023-4", "abc", "2023-04-31", ""])
  func `a day that the calendar lacks is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2023-02-28", "2023年2月28日"), ("2024/02/29", "2024年2月29日"), ("2000.2.29", "2000年2月29日"),
    ("2023-04-09T10:00:00", "2023年4月9日"), ("2023年04月09日", "2023年4月9日"),
  ])
  func `dates are read in the workbook's spellings`(text: String, official: String) throws {
    #expect(try #require(CalendarDate(text)).official == official)
  }

  @Test(arguments: [
    (3, 1, "三、"), (12, 2, "（十二）"), (3, 3, "3."), (4, 4, "（4）"), (1, 5, "①"), (21, 5, "㉑"), (50, 5, "㊿"),
  ])
  func `numbers of headings follow their level`(number: Int, level: Int, text: String) throws {
    #expect(try OfficialNumbering.level(number, level: level) == text)
  }

  @Test(arguments: [(0, 1), (1, 6), (51, 5), (1, 0)])
  func `there is no such number of a heading`(number: Int, level: Int) {
    #expect(throws: Fault.self) { try OfficialNumbering.level(number, level: level) }
  }

  @Test(arguments: [
    ("103.5", "100", "增长3.5%"), ("90", "120", "下降25%"), ("7", "7", "持平"), ("100.001", "100", "持平"),
    ("1", "3", "下降66.67%"),
  ])
  func `同比 knows its direction`(now: String, before: String, text: String) throws {
    let growth = try ChineseFigure.growth(
      of: decimal(now), over: decimal(before), places: nil, rounding: .halfUp)
    #expect(growth == text)
  }

  @Test(arguments: ["0", "-5"])
  func `there is no 同比 over nothing or over a loss`(before: String) throws {
    #expect(throws: Fault.self) {
      try ChineseFigure.growth(of: .zero, over: decimal(before), places: 1, rounding: .halfUp)
    }
  }

  @Test(arguments: [("-0.047", "下降4.7个百分点"), ("0", "持平"), ("0.00001", "持平"), ("0.1", "提高10个百分点")])
  func `百分点 knows its direction`(difference: String, text: String) throws {
    #expect(ChineseFigure.points(try decimal(difference), places: nil, rounding: .halfUp) == text)
  }

  @Test(arguments: [
    ("10", "15", "人", "10～15人"), ("63", "68", "%", "63%～68%"), ("2020", "2022", "年", "2020—2022年"),
    ("63%", "68%", "", "63%～68%"),
  ])
  func `区间 repeats the per cent sign and sets years with a dash`(
    first: String, last: String, unit: String, text: String
  ) {
    #expect(ChineseFigure.range(from: first, to: last, unit: unit) == text)
  }

  @Test(arguments: [
    ("你好, 世界.", "你好，世界。"), ("完成率(%)达3.14倍", "完成率（%）达3.14倍"), ("共1,234人;其中:干部", "共1,234人；其中：干部"),
    ("网址 https://a.example/b?c=1.", "网址 https://a.example/b?c=1."), ("1.概况", "1.概况"), ("他说\"好\"!", "他说“好”！"),
    ("Hello, world.", "Hello, world."), ("12:30开会", "12:30开会"), ("是吗?是的!", "是吗？是的！"),
  ])
  func `full-width punctuation stays in Chinese sentences`(text: String, result: String) {
    #expect(ChineseText.fullWidthPunctuation(text) == result)
  }

  @Test(
    arguments: [
      (["甲", "乙"], nil, "甲、乙"), (["甲，一", "乙"], nil, "甲，一；乙"), (["甲", "乙", "丙"], 2, "甲、乙等3个单位"),
      (["甲", "乙"], 2, "甲、乙"), ([], nil, ""),
    ] as [([String], Int?, String)])
  func `lists are joined by 顿号, cut ones say how many`(items: [String], limit: Int?, text: String) {
    #expect(ChineseText.join(items, limit: limit, unit: "个单位") == text)
  }

  @Test(arguments: [("买买提·艾力", "买买提·艾力"), ("李 默", "李　默"), ("Li", "Li"), ("䶮龙", "䶮　龙")])
  func `only names of two Chinese characters are spaced`(name: String, text: String) {
    #expect(ChineseText.spacedName(name) == text)
  }

  @Test(arguments: ["0.001", "10000000000000000"])
  func `大写金额 refuses what it cannot write`(amount: String) throws {
    #expect(throws: Fault.self) { try MoneyUpper.text(decimal(amount)) }
  }

  @Test func `ties share their rank`() throws {
    let scores = [9, 8, 8, 7]
    #expect(try Standing.ranks(count: 4, .competition) { scores[$0] == scores[$0 - 1] } == [1, 2, 2, 4])
    #expect(try Standing.ranks(count: 4, .dense) { scores[$0] == scores[$0 - 1] } == [1, 2, 2, 3])
    #expect(try Standing.spans(count: 4) { scores[$0] == scores[$0 - 1] } == [1, 2, 0, 1])
  }
}

@Suite struct StrokeOrderTests {
  private func sorted(_ names: [String], spaces: Bool = true) throws -> [String] {
    try StrokeOrder.indices(of: names, spacesShortNames: spaces).map { names[$0] }
  }

  @Test func `surnames stand by the number of their strokes, then by the kinds of them`() throws {
    #expect(try sorted(["魏一", "王一", "丁一", "田一", "李一"]) == ["丁一", "王一", "田一", "李一", "魏一"])
    // 五画: 石 begins with 横, 田 with 竖, 白 with 撇, 冯 with 点, 司 with 折.
    #expect(try sorted(["司一", "冯一", "白一", "田一", "石一"]) == ["石一", "田一", "白一", "冯一", "司一"])
  }

  @Test func `by surname a name of two characters stands first, by name its second character counts`() throws
  {
    #expect(try sorted(["田大利", "田富"]) == ["田富", "田大利"])
    #expect(try sorted(["田富", "田大利"], spaces: false) == ["田大利", "田富"])
  }

  @Test func `spaces in a name do not count`() throws {
    #expect(try sorted(["王　一", "丁　一"]) == ["丁　一", "王　一"])
  }

  @Test func `an unknown character is refused where it decides, and only there`() throws {
    #expect(try sorted(["王龘", "丁龘"]) == ["丁龘", "王龘"])
    #expect(throws: Fault.self) { try sorted(["王龘", "王一"]) }
    #expect(throws: Fault.self) { try sorted(["龘一", "王一"]) }
  }
}
