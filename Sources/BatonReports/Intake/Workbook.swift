// The decoded tables of a year, side by side: what rules look at.

import BatonAssessment

/// The decoded tables by name, and what nearly every rule asks of them.
struct Workbook: Sendable {
  /// The file or folder as the user gave it.
  let file: String
  let tables: [Table: DecodedTable]
  /// `nil` while 「方案」 has not come.
  let plan: Plan?
  /// The readable rows of 「年度」.
  let facts: [YearFact.Item: YearFact]
  private let units: [String: Row]

  init(file: String, tables: [Table: DecodedTable]) {
    self.file = file
    self.tables = tables
    plan = tables[.plan].map { Plan($0.rows.compactMap(PlanTable.record)) }
    let facts = (tables[.year]?.rows ?? []).compactMap(YearFactTable.record)
    self.facts = Dictionary(facts.map { ($0.item, $0) }) { first, _ in first }
    let units = (tables[.units]?.rows ?? []).compactMap { row in row[UnitTable.id].map { ($0, row) } }
    self.units = Dictionary(units) { first, _ in first }
  }

  subscript(table: Table) -> DecodedTable? { tables[table] }

  /// The rows of a table; none if it has not come yet.
  func rows(_ table: Table) -> [Row] { tables[table]?.rows ?? [] }

  /// The rows of a table whose values in a column are the same, by that value.
  func rows(_ table: Table, by column: Column<String>) -> [String: [Row]] {
    var groups = [String: [Row]]()
    for row in rows(table) {
      if let value = row[column] { groups[value, default: []].append(row) }
    }
    return groups
  }

  /// The values of a key's first column: what other tables may refer to.
  func identifiers(of table: Table) -> [String: Row]? {
    guard let decoded = tables[table], let key = table.schema.key.first else { return nil }
    var rows = [String: Row]()
    for row in decoded.rows {
      if case .text(let id) = row[key], rows[id] == nil { rows[id] = row }
    }
    return rows
  }

  func unit(_ id: String?) -> Row? { id.flatMap { units[$0] } }

  /// The units that are assessed or treated so, in the order of the table.
  var assessedUnits: [(id: String, row: Row)] {
    rows(.units).compactMap { row in
      guard let id = row[UnitTable.id], let participation = row[UnitTable.participation],
        participation != .exempt
      else { return nil }
      return (id, row)
    }
  }

  /// The first day and the last of the period that is assessed.
  var period: ClosedRange<CalendarDate>? {
    guard let start = facts[.periodStart].flatMap({ CalendarDate($0.content) }),
      let end = facts[.periodEnd].flatMap({ CalendarDate($0.content) }), start <= end
    else { return nil }
    return start...end
  }
}
