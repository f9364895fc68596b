// The way in: from tables to the year, with every fault found in one run.

public import BatonAssessment

/// What reading a year's data gave.
public struct IntakeResult: Sendable {
  /// The year, as complete as could be decoded; `nil` if 年度 or 单位 can't be made out.
  public let year: AssessmentYear?
  /// All faults, by table, row and column.
  public let faults: [IntakeFault]
  /// What the year leads to, without what its faults bear on; `nil` without a year.
  public let results: YearResults?
}

/// Reads the data of a year.
public enum Intake {
  /// How many cells hold something: reads all tables, and asks of no cell what it means.
  public static func cellCount(of source: TableSource) -> Int {
    RawTables(source).tables.reduce(0) { sum, table in
      table.raw.rows.reduce(sum) { $0 + $1.cells.count }
    }
  }

  /// Reads, decodes and checks all tables.
  ///
  ///     let result = Intake.read(try TableSource(folder: "Samples/2022"))
  ///     for fault in result.faults { … fault.diagnostic.text … }
  public static func read(_ source: TableSource) -> IntakeResult {
    let (workbook, decoding) = Workbook.decoding(source)
    let year = AssessmentYear(workbook)
    let faults = decoding + Rules.check(workbook)
    let results = year.map { YearResults($0, gaps: Gaps(faults, of: $0)) }
    let findings = year.flatMap { year in results.map { ResultRules(year).faults($0.findings) } } ?? []
    return IntakeResult(year: year, faults: (faults + findings).inReadingOrder, results: results)
  }
}
