// 「单位」: categories and series, groups, exemptions and confirmed grades.

import BatonAssessment

enum UnitRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    let ids = Set(workbook.rows(.units).compactMap { $0[UnitTable.id] })
    var faults = seriesOfTwoCategories(workbook)
    for row in workbook.rows(.units) {
      faults += group(of: row, in: workbook)
      faults += exemption(of: row)
      faults += grades(of: row, under: workbook.plan)
      faults += neededTeamGrade(of: row, under: workbook.plan)
      faults += quotaGroup(of: row, among: ids)
      faults += category(of: row, under: workbook.plan)
    }
    return faults
  }

  private static func seriesOfTwoCategories(_ workbook: Workbook) -> [IntakeFault] {
    var first = [String: Row]()
    return workbook.rows(.units).compactMap { row in
      guard let series = row[UnitTable.series], let category = row[UnitTable.category] else { return nil }
      guard let earlier = first[series] else {
        first[series] = row
        return nil
      }
      guard earlier[UnitTable.category] != category else { return nil }
      return row.fault(
        .contradiction, at: UnitTable.category, with: [earlier.cell(UnitTable.category)],
        found:
          "序列「\(series)」在这里属「\(category)」，在第 \(earlier.address.number) 行属「\(earlier[UnitTable.category] ?? "")」",
        expected: "一个序列只属一个类别", fix: "改正类别或序列", about: [.plan])
    }
  }

  private static func group(of row: Row, in workbook: Workbook) -> [IntakeFault] {
    guard let participation = row[UnitTable.participation] else { return [] }
    guard let number = row[UnitTable.groupNumber] else {
      guard participation != .exempt, row[UnitTable.groupNumber.spec] == .absent else { return [] }
      return row.missing([UnitTable.groupNumber.spec], because: participation.rawValue)
    }
    guard let groups = workbook[.groups], !groups.values(AssessorTable.groupNumber).contains(number) else {
      return []
    }
    return [
      row.fault(
        .unknownReference, at: UnitTable.groupNumber, found: "「考核组」写的是 \(number)", expected: "「考核组」表里没有这一组",
        fix: "核对组号，或在「考核组」表里补上该组", about: [.groups])
    ]
  }

  private static func exemption(of row: Row) -> [IntakeFault] {
    guard let components = row[UnitTable.exemptComponents] else { return [] }
    var faults = row.missing([UnitTable.exemptionBasis.spec], because: "免评分项", blocking: .usingScores)
    if components.contains(.targets) {
      faults.append(
        row.fault(
          .notInList, at: UnitTable.exemptComponents, found: "「免评分项」含「目标任务」", expected: "目标任务不得免评",
          fix: "删去「目标任务」", blocking: .usingScores))
    }
    return faults
  }

  private static func grades(of row: Row, under plan: Plan?) -> [IntakeFault] {
    let names = plan?.names(of: .unitGrades) ?? []
    var faults = [UnitTable.teamGrade, UnitTable.confirmedGrade].compactMap { column -> IntakeFault? in
      guard let grade = row[column], !names.isEmpty, !names.contains(grade) else { return nil }
      return row.fault(
        .notInPlan, at: column, found: "「\(column.heading)」写的是「\(grade)」",
        expected: "方案「单位等次」是\(names.map { "「\($0)」" }.joined(separator: "、"))", fix: "用方案里的名称",
        about: [.plan],
        blocking: column.heading == UnitTable.teamGrade.heading ? .usingQuotas : .usingScores)
    }
    guard row[UnitTable.confirmedGrade] != nil else { return faults }
    faults += row.missing([UnitTable.confirmationBasis.spec], because: "审定等次", blocking: .usingScores)
    if row[UnitTable.participation] == .exempt {
      faults.append(
        row.fault(
          .contradiction, at: UnitTable.confirmedGrade, with: [row.cell(UnitTable.participation)],
          found: "不参评的单位写了「审定等次」", expected: "不参评单位没有等次", fix: "清空「审定等次」，或改正参评方式", about: [.plan],
          blocking: .usingScores))
    }
    return faults
  }

  /// Quotas that hang on the team's grade need it.
  private static func neededTeamGrade(of row: Row, under plan: Plan?) -> [IntakeFault] {
    guard let participation = row[UnitTable.participation], participation != .exempt,
      plan?.row(.conventions, "评优挂钩")?.value == "班子等次"
    else { return [] }
    return row.missing(
      [UnitTable.teamGrade.spec], because: "评优挂钩为「班子等次」的单位", blocking: .usingQuotas)
  }

  private static func quotaGroup(of row: Row, among ids: Set<String>) -> [IntakeFault] {
    guard let group = row[UnitTable.quotaGroup], ids.contains(group) else { return [] }
    return [
      row.fault(
        .contradiction, at: UnitTable.quotaGroup, found: "「核定组」写的是单位编号「\(group)」", expected: "核定组名不得与单位编号相同",
        fix: "另起一个组名", blocking: .usingQuotas)
    ]
  }

  private static func category(of row: Row, under plan: Plan?) -> [IntakeFault] {
    guard let plan, let category = row[UnitTable.category] else { return [] }
    let categories = plan.categories
    guard !categories.isEmpty, !categories.contains(category) else { return [] }
    return [
      row.fault(
        .notInPlan, at: UnitTable.category, found: "「类别」写的是「\(category)」",
        expected: "方案「参评数」只有\(categories.map { "「\($0)」" }.joined(separator: "、"))", fix: "用方案里的类别名",
        about: [.plan])
    ]
  }
}
