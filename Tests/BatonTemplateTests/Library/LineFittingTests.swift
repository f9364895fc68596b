// Where the closing lines of an official document stand, and how large its head is set (GB/T 9704-2012 §7).

import Testing

@testable import BatonTemplate

@Suite struct LineFittingTests {
  @Test(arguments: [
    ("", 0), ("县委", 4), ("2023年4月9日", 12), ("2023年12月19日", 14), ("买买提·阿不都", 14), ("（1）", 5), ("1. ", 3),
  ])
  func `Latin letters and digits are half as wide as Chinese`(text: String, halves: Int) {
    #expect(LineFitting.halves(text) == halves)
  }

  @Test(arguments: [
    // A signature of nine characters over a date of six: centred on it, one and a half beyond it on each side.
    ("中共清河县委组织部", "2023年1月9日", true, 250, 400),
    ("县委", "2023年1月9日", true, 600, 400),
    // Centred it would reach beyond the margin: it ends there.
    ("清河县年度目标责任考核工作领导小组办公室", "2023年1月9日", true, 0, 400),
    ("中共清河县委组织部", "2023年1月9日", false, 200, 300),
    ("清河县委办", "2023年12月19日", false, 600, 200),
    ("县委", "2023年1月9日", false, 800, 200),
  ])
  func `a date ends where the standard says, and the signature goes by it`(
    signature: String, date: String, isSealed: Bool, signatureIndent: Int, dateIndent: Int
  ) {
    let lines = ClosingLines(signature: signature, date: date, isSealed: isSealed)
    #expect(lines.signatureIndent == signatureIndent)
    #expect(lines.dateIndent == dateIndent)
  }

  @Test(arguments: [
    ("清河县委", "2023年1月9日"), ("中共清河县委组织部", "2023年1月9日"), ("清河县人民政府办公室", "2023年12月19日"),
  ])
  func `without a seal the date begins two characters to the right of the signature`(
    signature: String, date: String
  ) {
    let lines = ClosingLines(signature: signature, date: date, isSealed: false)
    let signatureStart = lines.signatureIndent + LineFitting.halves(signature) * 50
    let dateStart = lines.dateIndent + LineFitting.halves(date) * 50
    #expect(signatureStart - dateStart == 200)
  }

  @Test(arguments: [("县委", 60), ("中共清河县委组织部文件", 40), ("清河县年度目标责任考核工作领导小组办公室文件", 20)])
  func `a head fills one line and is never larger than asked for`(text: String, points: Int) {
    let size = LineFitting.headlineSize(text, width: 442, largest: 60)
    #expect(size == points)
    #expect(size * LineFitting.halves(text) <= 442 * 2)
  }
}
