// The table 「年度」 as a whole: what the year is called and by whom it is run.

/// What 「年度」 says.
public struct YearFacts: Sendable, Hashable {
  /// 「县名」
  public let county: String
  /// 「县名简称」
  public let countyShort: String
  /// 「年度」, the year that is assessed.
  public let year: Int
  /// 「主办单位」
  public let host: String
  /// 「考核期起」 to 「考核期止」: the period that is assessed.
  public let period: ClosedRange<CalendarDate>
  /// 「成文日期」
  public let writtenOn: CalendarDate
  /// All rows, by item.
  public let facts: [YearFact.Item: YearFact]

  /// - Returns: `nil` if one of the facts above is missing or unreadable.
  public init?(_ rows: [YearFact]) {
    let facts = Dictionary(rows.map { ($0.item, $0) }) { first, _ in first }
    func text(_ item: YearFact.Item) -> String? { facts[item]?.content }
    func date(_ item: YearFact.Item) -> CalendarDate? { text(item).flatMap(CalendarDate.init(_:)) }
    guard let county = text(.county), let countyShort = text(.countyShort), let host = text(.host),
      let year = text(.year).flatMap({ Int($0) }), let start = date(.periodStart),
      let end = date(.periodEnd), start <= end, let writtenOn = date(.writtenOn)
    else { return nil }
    self.county = county
    self.countyShort = countyShort
    self.year = year
    self.host = host
    self.period = start...end
    self.writtenOn = writtenOn
    self.facts = facts
  }

  /// What an item says, or `nil` if it has no row.
  public subscript(item: YearFact.Item) -> String? { facts[item]?.content }

  /// An item that is a date.
  public func date(_ item: YearFact.Item) -> CalendarDate? { self[item].flatMap(CalendarDate.init(_:)) }

  /// An item that is a whole number.
  public func integer(_ item: YearFact.Item) -> Int? { self[item].flatMap { Int($0) } }

  /// 「内部标注」: what internal papers are marked with.
  public var internalMark: String { self[.internalMark] ?? "内部资料 注意保管" }
}
