// 「干部」: principals, grades that a status allows, and ballots.

import BatonAssessment

enum CadreRules {
  private static let grades = [CadreTable.grade, CadreTable.lastGrade, CadreTable.gradeBeforeLast]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard workbook[.cadres] != nil else { return [] }
    return principals(workbook)
      + workbook.rows(.cadres).flatMap { row in
        gradeOfOthers(row) + forbiddenGrade(row, under: workbook.plan) + votes(row)
      }
  }

  private static func principals(_ workbook: Workbook) -> [IntakeFault] {
    let roster = workbook.rows(.cadres, by: CadreTable.unitID)
    return workbook.assessedUnits.compactMap { id, unit in
      guard unit[UnitTable.participation] == .assessed else { return nil }
      let rows = roster[id] ?? []
      let principals = rows.filter {
        $0[CadreTable.isPrincipal] == true && ![.transferred, .retired].contains($0[CadreTable.status])
      }
      guard !(1...2).contains(principals.count),
        !rows.contains(where: { $0.isBroken(CadreTable.isPrincipal) })
      else { return nil }
      if principals.count > 2 {
        return principals[2].fault(
          .wrongCount, at: CadreTable.isPrincipal,
          with: principals.prefix(2).map { $0.cell(CadreTable.isPrincipal) } + [unit.cell(UnitTable.id)],
          found: "「\(unit[UnitTable.shortName] ?? id)」有 \(principals.count) 名主要负责人", expected: "应有 1～2 名",
          fix: "只留现任的主要负责人")
      }
      return unit.fault(
        .wrongCount, at: UnitTable.id, found: "名册里「\(unit[UnitTable.shortName] ?? id)」没有主要负责人",
        expected: "应有 1～2 名",
        fix: "核对「干部」表的「主要负责人」", about: [.cadres])
    }
  }

  private static func gradeOfOthers(_ row: Row) -> [IntakeFault] {
    guard let identity = row[CadreTable.identity], identity != .institutionStaff else { return [] }
    return grades.compactMap { column in
      guard let grade = row[column], grade.isOfInstitutions else { return nil }
      return row.fault(
        .contradiction, at: column, with: [row.cell(CadreTable.identity)],
        found: "身份是「\(identity.rawValue)」，等次写的是「\(grade.rawValue)」", expected: "只有事业人员用这个等次",
        fix: "改成「\(grade.equivalent.rawValue)」，或改正身份")
    }
  }

  private static func forbiddenGrade(_ row: Row, under plan: Plan?) -> [IntakeFault] {
    guard let grade = row[CadreTable.grade], let status = row[CadreTable.status],
      let identity = row[CadreTable.identity], let allowed = plan?.allowedGrades(for: status, identity),
      !allowed.contains(grade.equivalent)
    else { return [] }
    return [
      row.fault(
        .notInPlan, at: CadreTable.grade, with: [row.cell(CadreTable.status)],
        found: "状态是「\(status.rawValue)」，本年等次写的是「\(grade.rawValue)」",
        expected: "方案只允许\(allowed.map { "「\($0.rawValue)」" }.joined(separator: "、"))", fix: "核对状态和等次")
    ]
  }

  private static func votes(_ row: Row) -> [IntakeFault] {
    guard let excellent = row[CadreTable.excellentVotes], let valid = row[CadreTable.validVotes],
      excellent > valid
    else { return [] }
    return [
      row.fault(
        .aboveMaximum, at: CadreTable.excellentVotes, with: [row.cell(CadreTable.validVotes)],
        found: "测评优秀票 \(excellent) 张，有效票 \(valid) 张", expected: "优秀票不应多于有效票", fix: "核对票数")
    ]
  }
}
