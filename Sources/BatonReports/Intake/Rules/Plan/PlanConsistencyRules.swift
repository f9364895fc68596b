// 「方案」 agrees with itself: sums of 100, scales that fall, one quota line a unit.

import BatonAssessment

enum PlanConsistencyRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let plan = workbook.plan, let table = workbook[.plan] else { return [] }
    return sums(plan) + pools(plan) + scales(plan) + trimming(plan) + disclosure(plan)
      + unitShares(plan, workbook)
      + staffShares(plan, table)
  }

  /// Weights, kinds of ballots and pools of peers add up to 100 each.
  private static func sums(_ plan: Plan) -> [IntakeFault] {
    let items: [PlanItem] = [.weights, .ballotKinds, .peerPools]
    return items.flatMap { item in
      plan.rows(of: item).grouped(by: \.scope).compactMap { scope, rows in
        let numbers = rows.compactMap { $0.number?.rational }
        guard numbers.count == rows.count, numbers.sum() != 100 else { return nil }
        return rows[0].fault(
          .wrongSum, at: PlanTable.value, with: rows.dropFirst().map { $0.row.cell(PlanTable.value.heading) },
          found: "「\(scope ?? "")」的\(item.rawValue)合计 \(numbers.sum().decimalText)", expected: "应合计 100",
          fix: "核对各行的百分数")
      }
    }
  }

  /// Who may score whom is told by categories.
  private static func pools(_ plan: Plan) -> [IntakeFault] {
    let categories = plan.categories
    return plan.rows(of: .peerPools).filter { !categories.contains($0.name) }.map { row in
      row.fault(
        .notInList, at: PlanTable.name, found: "「互评池」的「名称」写的是「\(row.name)」",
        expected: "应是\(categories.quoted)之一",
        fix: "用「参评数」里的类别名")
    }
  }

  /// The scale of ballots falls; so do the least scores of grades, strictly, to 0.
  private static func scales(_ plan: Plan) -> [IntakeFault] {
    let grades = plan.rows(of: .unitGrades)
    var faults = falling(grades, strictly: true, expected: "自上而下应严格递减")
    if let last = grades.last, let number = last.number, !number.isZero {
      faults.append(
        last.fault(
          .outOfRange, at: PlanTable.value, found: "末等「\(last.name)」的最低分是 \(number)", expected: "末等的最低分应为 0",
          fix: "改成 0"))
    }
    if grades.count == 1 {
      faults.append(
        grades[0].fault(
          .wrongCount, at: PlanTable.name, found: "「单位等次」只有「\(grades[0].name)」一等", expected: "至少应有两等，第一行是首等",
          fix: "补上其余各等"))
    }
    let scale = ["优秀", "良好", "一般", "较差"].compactMap { plan.row(.staffScale, $0) }
    return faults + falling(scale, strictly: false, expected: "优秀、良好、一般、较差应递减")
  }

  private static func falling(_ rows: [PlanRow], strictly: Bool, expected: String) -> [IntakeFault] {
    zip(rows, rows.dropFirst()).compactMap { upper, lower in
      guard let high = upper.number?.rational, let low = lower.number?.rational,
        strictly ? low >= high : low > high
      else { return nil }
      return lower.fault(
        .wrongOrder, at: PlanTable.value, with: [upper.row.cell(PlanTable.value.heading)],
        found: "\(lower.title)是 \(low.decimalText)，上一档是 \(high.decimalText)", expected: expected,
        fix: "核对各档的数值")
    }
  }

  private static func trimming(_ plan: Plan) -> [IntakeFault] {
    var judged = Set<[PlanRow]>()
    return ["县领导评分", "互评"].compactMap { scope in
      guard let count = plan.row(.trimming, "个数", for: scope),
        let from = plan.row(.trimming, "起算票数", for: scope),
        let ends = count.number?.rational, let least = from.number?.rational, least <= ends * 2,
        judged.insert([count, from]).inserted
      else { return nil }
      return from.fault(
        .outOfRange, at: PlanTable.value, with: [count.row.cell(PlanTable.value.heading)],
        found: "「\(scope)」每端去 \(ends.decimalText) 票而 \(least.decimalText) 票就起算", expected: "起算票数应大于个数的两倍",
        fix: "提高起算票数，或减少个数")
    }
  }

  /// What a unit isn't told can't be read in the county's table.
  private static func disclosure(_ plan: Plan) -> [IntakeFault] {
    guard let table = plan.row(.disclosure, "附得分排名表", for: "考核结果通报"), table.value == "是" else { return [] }
    return ["得分", "位次"].compactMap { name in
      guard let row = plan.row(.disclosure, name, for: "反馈意见书"), row.value == "否" else { return nil }
      return row.fault(
        .contradiction, at: PlanTable.value, with: [table.row.cell(PlanTable.value.heading)],
        found: "反馈意见书不给\(name)而通报附得分排名表", expected: "两者应当一致", fix: "改正其中一个")
    }
  }

  /// Each assessed unit is covered by exactly one line of the share of excellent units.
  private static func unitShares(_ plan: Plan, _ workbook: Workbook) -> [IntakeFault] {
    let rows = plan.rows(of: .excellentUnitShare)
    guard !rows.isEmpty else {
      guard let table = workbook[.plan], !plan.names(of: .unitGrades).isEmpty else { return [] }
      return [
        IntakeFault(
          .missingRow, at: table.firstCell, found: "方案缺「单位优秀比例」", expected: "每个参评单位恰被一行覆盖",
          fix: "按序列、类别或「全县」补上", blocks: DocumentName.depending(on: .plan),
          decision: PlanDecision(item: .excellentUnitShare, scope: nil, name: nil))
      ]
    }
    let assessed = workbook.assessedUnits.filter { $0.row[UnitTable.participation] == .assessed }
    let isWhole = !assessed.contains {
      $0.row.isBroken(UnitTable.series) || $0.row.isBroken(UnitTable.category)
    }
    guard isWhole else { return [] }
    return uncovered(rows, assessed, plan, workbook) + coveredTwice(rows, assessed)
      + rows.filter { $0.isAmbiguous(among: assessed) }.map { row in
        row.fault(
          .contradiction, at: PlanTable.scope, found: "「\(row.scope ?? "")」既是序列名又是类别名，所含单位不同",
          expected: "同名的序列与类别应含同样的单位",
          fix: "把序列或类别改名")
      }
  }

  /// Whether assessed units are covered by no share at all.
  static func leavesUnitsUncovered(_ workbook: Workbook) -> Bool {
    guard let plan = workbook.plan else { return false }
    return !uncovered(plan.rows(of: .excellentUnitShare), workbook).isEmpty
  }

  private static func uncovered(_ rows: [PlanRow], _ workbook: Workbook) -> [(id: String, row: Row)] {
    let assessed = workbook.assessedUnits.filter { $0.row[UnitTable.participation] == .assessed }
    return assessed.filter { unit in !rows.contains { $0.covers(unit.row, among: assessed) } }
  }

  /// A row of the plan is missing for each series of which units are left.
  private static func uncovered(
    _ rows: [PlanRow], _ assessed: [(id: String, row: Row)], _ plan: Plan, _ workbook: Workbook
  ) -> [IntakeFault] {
    guard let table = workbook[.plan] else { return [] }
    let best = plan.names(of: .unitGrades).first ?? ""
    return uncovered(rows, workbook).grouped { $0.row[UnitTable.series] ?? "" }.map { series, units in
      IntakeFault(
        .missingRow, at: table.firstCell, with: units.map { $0.row.cell(UnitTable.series) },
        found: "方案缺一行：项目「单位优秀比例」、适用「\(series)」、名称「\(best)」，\(units.count) 个参评单位没有一行覆盖",
        expected: "每个参评单位恰被一行覆盖", fix: "补上这一行，或核对「单位优秀比例」各行的「适用」",
        blocks: .usingScores,
        decision: PlanDecision(item: .excellentUnitShare, scope: series, name: nil))
    }
  }

  /// The later of two rows that cover the same units is one too many.
  private static func coveredTwice(_ rows: [PlanRow], _ assessed: [(id: String, row: Row)]) -> [IntakeFault] {
    let covered = rows.map { row in assessed.filter { row.covers($0.row, among: assessed) } }
    return rows.indices.compactMap { index in
      let ids = Set(covered[index].map(\.id))
      let earlier = rows[..<index].indices.filter { covered[$0].contains { ids.contains($0.id) } }
      guard let first = earlier.first else { return nil }
      let shared = covered[index].filter { unit in
        earlier.contains { covered[$0].contains { $0.id == unit.id } }
      }
      return rows[index].fault(
        .wrongCount, at: PlanTable.scope,
        with: earlier.map { rows[$0].row.cell(PlanTable.scope.heading) }
          + shared.map { $0.row.cell(UnitTable.series) },
        found:
          "\(rows[index].title)与\(rows[first].title)都覆盖「\(shared[0].row[UnitTable.shortName] ?? "")」等 \(shared.count) 个单位",
        expected: "每个参评单位恰被一行覆盖", fix: "核对「单位优秀比例」各行的「适用」")
    }
  }

  /// A class of staff has its share by grades or for the whole county, not both.
  private static func staffShares(_ plan: Plan, _ table: DecodedTable) -> [IntakeFault] {
    let needed = plan.names(of: .unitGrades) + ["不参评"]
    return ["领导成员", "非领导成员", "事业人员"].flatMap { name -> [IntakeFault] in
      let rows = plan.rows(of: .excellentStaffShare).filter { $0.name == name }
      let whole = rows.filter { $0.scope == "全县" }
      let byGrade = rows.filter { $0.scope != "全县" }
      if let first = whole.first {
        return byGrade.map { row in
          row.fault(
            .contradiction, at: PlanTable.scope, with: [first.row.cell(PlanTable.scope.heading)],
            found: "「\(name)」的评优比例既按全县又按「\(row.scope ?? "空")」", expected: "只能按其中一种", fix: "留下一种")
        }
      }
      guard !needed.isEmpty, !byGrade.contains(where: { $0.scope == nil }) else { return [] }
      return needed.filter { grade in !byGrade.contains { $0.scope == grade } }.map { grade in
        IntakeFault(
          .missingRow, at: table.firstCell, found: "方案缺一行：项目「评优比例」、适用「\(grade)」、名称「\(name)」",
          expected: "每个等次都要有比例", fix: "补上这一行", blocks: DocumentName.depending(on: .plan),
          decision: PlanDecision(item: .excellentStaffShare, scope: grade, name: name))
      }
    }
  }
}

extension PlanRow {
  /// Whether a share covers a unit: its scope is the name of a series, else of a category, else 「全县」.
  fileprivate func covers(_ unit: Row, among assessed: [(id: String, row: Row)]) -> Bool {
    if assessed.contains(where: { $0.row[UnitTable.series] == scope }) {
      return unit[UnitTable.series] == scope
    }
    if assessed.contains(where: { $0.row[UnitTable.category] == scope }) {
      return unit[UnitTable.category] == scope
    }
    return scope == "全县"
  }

  /// Whether the scope names a series and a category that don't hold the same units.
  fileprivate func isAmbiguous(among assessed: [(id: String, row: Row)]) -> Bool {
    let inSeries = Set(assessed.filter { $0.row[UnitTable.series] == scope }.map(\.id))
    let inCategory = Set(assessed.filter { $0.row[UnitTable.category] == scope }.map(\.id))
    return !inSeries.isEmpty && !inCategory.isEmpty && inSeries != inCategory
  }
}
