// The fictional county: one seed makes a whole year of assessment data, as the tables of the year's workbook.

/// A wholly fictional county and its assessment year.
///
///     let tables = SampleCounty(seed: 7, countyName: "清和县", unitCount: 20).tables()
///
/// The same arguments always give the same bytes; nothing but them is read.
public struct SampleCounty: Sendable, Hashable {
  /// What all chance in the county comes from.
  public var seed: UInt64
  /// The county's full name; its last character (县, 区, 市) is left off where only the name is wanted.
  public var countyName: String
  /// The year assessed. The assessment itself takes place in January of the next.
  public var year: Int
  /// The names of the ranking series, the townships' last. At least two.
  public var series: [String]
  /// How many assessment groups there are, from 2 up.
  public var groupCount: Int
  /// How many units there are, offices and townships together: 12...87.
  public var unitCount: Int
  /// How many of the offices are 参照 (measured beside the others, but not ranked).
  public var referencedUnitCount: Int
  /// The newest year of the history that this year is part of; `nil` for a year by itself.
  public var newestYear: Int?

  public static let standardSeries = [
    "党委部门", "人大政协法检", "群团组织", "政府工作部门", "直属事业单位", "垂管双管单位", "乡镇",
  ]

  public init(
    seed: UInt64 = 2022, countyName: String = "安岭县", year: Int = 2022,
    series: [String] = standardSeries, groupCount: Int = 6, unitCount: Int = 87, referencedUnitCount: Int = 0
  ) {
    precondition(series.count >= 2 && Set(series).count == series.count, "at least two series, all different")
    precondition(groupCount >= 2 && (12...87).contains(unitCount), "2 groups or more, 12 to 87 units")
    precondition((0...3).contains(referencedUnitCount), "at most three units are only referenced")
    precondition(countyName.count >= 2, "a county has a name")
    self.seed = seed
    self.countyName = countyName
    self.year = year
    self.series = series
    self.groupCount = groupCount
    self.unitCount = unitCount
    self.referencedUnitCount = referencedUnitCount
  }

  /// Every table of the year's workbook, in the workbook's order.
  public func tables() -> [SampleTable] {
    var county = County(self)
    return county.tables()
  }
}
