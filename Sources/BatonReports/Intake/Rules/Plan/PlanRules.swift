// 「方案」: a closed list. Every row has its slot, every slot its row, every value its kind.

import BatonAssessment
import BatonDiagnostics

enum PlanRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.plan], let plan = workbook.plan else { return [] }
    let units = workbook.rows(.units)
    let categories = plan.categories.isEmpty ? units.distinct(UnitTable.category) : plan.categories
    let slots = PlanSlots(plan: plan, categories: categories, series: units.distinct(UnitTable.series)).all
    return zip(plan.rows, plan.rows.map { row in slots.first { $0.admits(row) } }).flatMap { row, slot in
      slot.map { wrongValue(of: row, in: $0) }
        ?? stray(row, among: slots, mayCoverNobody: !PlanConsistencyRules.leavesUnitsUncovered(workbook))
    } + missing(slots, in: plan, table) + counts(in: workbook, plan)
  }

  private static func wrongValue(of row: PlanRow, in slot: PlanSlot) -> [IntakeFault] {
    guard let problem = slot.kind.problem(with: row.value) else { return [] }
    return [
      row.fault(
        problem.code, at: PlanTable.value, found: "\(row.title)写的是「\(row.value)」", expected: problem.expected,
        fix: problem.fix)
    ]
  }

  /// A row that the closed list has no place for: its scope is wrong, or its name.
  private static func stray(
    _ row: PlanRow, among slots: [PlanSlot], mayCoverNobody: Bool
  ) -> [IntakeFault] {
    // A coefficient of a single-item assessment is for any 「单项名·等次」.
    if row.item == .bonuses, row.name == "单项系数", row.scope?.contains("·") == true {
      let problem = PlanValueKind.addedCoefficient.problem(with: row.value)
      return problem.map {
        [
          row.fault(
            $0.code, at: PlanTable.value, found: "\(row.title)写的是「\(row.value)」", expected: $0.expected,
            fix: $0.fix)
        ]
      } ?? []
    }
    let ofItem = slots.filter { $0.item == row.item }
    let named = ofItem.filter { $0.name == nil || $0.name == row.name }
    guard named.isEmpty else {
      let scopes = named.flatMap(\.scopes).compactMap(\.self)
      let nearest = Suggestion.nearest(to: row.scope ?? "", among: scopes)
      // A share for a series without units covers nobody, unless units are left that it was meant for.
      return [
        row.fault(
          .notInList, row.item == .excellentUnitShare && mayCoverNobody ? .warning : .error,
          at: PlanTable.scope,
          found: "\(row.title)的「适用」写的是「\(row.scope ?? "空")」",
          expected: scopes.isEmpty ? "这一项不分适用" : "应是\(scopes.prefix(8).quoted)之一",
          fix: nearest.map { "是不是想写「\($0)」" } ?? (scopes.isEmpty ? "清空「适用」" : "从所列的里选一个"))
      ]
    }
    let names = ofItem.filter { $0.scopes.contains(row.scope) }.compactMap(\.name)
    let candidates = names.isEmpty ? ofItem.compactMap(\.name) : names
    let nearest = Suggestion.nearest(to: row.name, among: candidates)
    return [
      row.fault(
        .notInList, at: PlanTable.name, found: "「\(row.item.rawValue)」的「名称」写的是「\(row.name)」",
        expected: "应是\(candidates.distinct.prefix(16).quoted)之一",
        fix: nearest.map { "是不是想写「\($0)」" } ?? "从所列的里选一个")
    ]
  }

  private static func missing(_ slots: [PlanSlot], in plan: Plan, _ table: DecodedTable) -> [IntakeFault] {
    var doubtful = DoubtfulRows(
      table.rows.filter { $0.isBroken(PlanTable.item) || $0.isBroken(PlanTable.name) }.map { row in
        [row[PlanTable.item]?.rawValue, row[PlanTable.scope] ?? "", row[PlanTable.name]]
      })
    return slots.flatMap { slot in
      slot.missingScopes(in: plan).filter { scope in
        !doubtful.standInFor([slot.item.rawValue, scope ?? "", slot.name])
      }.map { scope in
        let columns = [
          "项目「\(slot.item.rawValue)」", scope.map { "适用「\($0)」" }, slot.name.map { "名称「\($0)」" },
        ].compactMap(\.self).joined(separator: "、")
        return IntakeFault(
          .missingRow, at: table.firstCell, found: "方案缺一行：\(columns)", expected: "除标「可无」者外缺一行就是错误",
          fix: "补上这一行，按考核办法填写「数值」", blocks: DocumentName.depending(on: .plan),
          decision: PlanDecision(item: slot.item, scope: scope, name: slot.name))
      }
    }
  }

  /// The units and groups that the plan declares are those of the tables.
  private static func counts(in workbook: Workbook, _ plan: Plan) -> [IntakeFault] {
    let units = workbook.rows(.units)
    guard !units.contains(where: { $0.isBroken(UnitTable.category) || $0.isBroken(UnitTable.participation) })
    else {
      return []
    }
    return plan.rows(of: .unitCounts).compactMap { row in
      let actual: (count: Int, words: String)
      switch row.name {
      case "单位数":
        let members = workbook.assessedUnits.filter { $0.row[UnitTable.category] == row.scope }
        actual = (members.count, "「单位」表里参评加参照的是")
      case "组数":
        guard workbook[.groups] != nil else { return nil }
        actual = (workbook.rows(.groups).grouped { $0[AssessorTable.groupNumber] }.count, "「考核组」表里是")
      default: return nil
      }
      guard let stated = row.number, stated.rational != Rational(actual.count) else { return nil }
      return row.fault(
        .wrongCount, at: PlanTable.value, found: "\(row.title)是 \(stated)",
        expected: "\(actual.words) \(actual.count)",
        fix: "核对方案和「单位」「考核组」表")
    }
  }
}

extension PlanRow {
  /// How messages call the row.
  var title: String { "「\(([item.rawValue] + [scope].compactMap(\.self) + [name]).joined(separator: "·"))」" }

  func fault<Value>(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at column: Column<Value>,
    with others: [CellAddress] = [], found: String, expected: String, fix: String
  ) -> IntakeFault {
    IntakeFault(
      code, severity, at: row.cell(column.heading), with: others, found: found, expected: expected, fix: fix,
      blocks: severity == .error ? DocumentName.depending(on: .plan) : [],
      decision: PlanDecision(item: item, scope: scope, name: name))
  }
}

extension [Row] {
  /// The values of a column, each once, in the order of the table.
  func distinct(_ column: Column<String>) -> [String] { compactMap { $0[column] }.distinct }
}

extension [String] {
  var distinct: [String] { grouped { $0 }.map(\.key) }
}

extension Sequence<String> {
  var quoted: String { map { "「\($0)」" }.joined(separator: "、") }
}
