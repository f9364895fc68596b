// The number of staff that quotas are counted from: stated by each unit, and not below the roster.

import BatonAssessment
import BatonDiagnostics

enum StaffNumberRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let plan = workbook.plan, let scope = plan.row(.conventions, "名册范围")?.value
    else { return [] }
    let roster = workbook[.cadres] == nil ? nil : counted(workbook, under: plan)
    return workbook.rows(.units).flatMap { row -> [IntakeFault] in
      guard let id = row[UnitTable.id] else { return [] }
      return StaffClass.allCases.compactMap { staff in
        check(
          row, column(of: staff), against: roster.map { $0[id]?[staff] ?? 0 }, isWholeRoster: scope == "全员")
      }
    }
  }

  private static func column(of staff: StaffClass) -> Column<Int> {
    switch staff {
    case .leaders: UnitTable.leaderCount
    case .nonLeaders: UnitTable.nonLeaderCount
    case .institutionStaff: UnitTable.institutionStaffCount
    }
  }

  /// How many of the roster count, by unit and class.
  private static func counted(_ workbook: Workbook, under plan: Plan) -> [String: [StaffClass: Int]] {
    var counts = [String: [StaffClass: Int]]()
    for cadre in workbook.rows(.cadres).compactMap(CadreTable.record)
    where plan.staffRule("计入基数", for: cadre.status, cadre.identity)?.value == "是" {
      counts[cadre.unitID, default: [:]][StaffClass(cadre), default: 0] += 1
    }
    return counts
  }

  private static func check(
    _ row: Row, _ column: Column<Int>, against roster: Int?, isWholeRoster: Bool
  ) -> IntakeFault? {
    guard let stated = row[column] else {
      guard !isWholeRoster, row[column.spec] == .absent else { return nil }
      return fault(
        row, column, .missingValue, found: "「\(column.heading)」是空的", expected: "名册范围为「部分」时三列人数必填",
        fix: "填写人数，没有写 0")
    }
    guard let roster else { return nil }
    if isWholeRoster, stated != roster {
      return row.fault(
        .wrongCount, .warning, at: column, found: "「\(column.heading)」是 \(stated)，名册里是 \(roster)",
        expected: "名册范围为「全员」时两者应相等", fix: "核对名册，或清空这一格")
    }
    guard !isWholeRoster, stated < roster else { return nil }
    return fault(
      row, column, .aboveMaximum, found: "「\(column.heading)」是 \(stated)，名册里已有 \(roster) 人",
      expected: "名册人数不应多于单位表人数", fix: "核对人数和名册")
  }

  private static func fault(
    _ row: Row, _ column: Column<Int>, _ code: FaultCode, found: String, expected: String, fix: String
  ) -> IntakeFault {
    IntakeFault(
      code, at: row.cell(column), found: found, expected: expected, fix: fix, blocks: .usingQuotas,
      subject: row.subject)
  }
}

extension [DocumentName] {
  /// The documents that quotas of excellent staff bear on.
  static let usingQuotas: [DocumentName] = [.countyReport, .bonusTable, .awardList]
}
