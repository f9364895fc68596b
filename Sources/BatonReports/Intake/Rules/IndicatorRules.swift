// 「指标」: whom each is for, what it aims at, and that names don't repeat.

import BatonAssessment
import BatonDiagnostics

enum IndicatorRules {
  private typealias Item = IndicatorTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.indicators], workbook[.units] != nil else { return [] }
    return unknownScopes(in: workbook) + table.rows.flatMap(target) + repeatedNames(in: workbook)
      + dimensions(in: workbook)
  }

  private static func unknownScopes(in workbook: Workbook) -> [IntakeFault] {
    let units = workbook.rows(.units)
    let known = Set(units.compactMap { $0[UnitTable.id] } + units.compactMap { $0[UnitTable.category] })
    return workbook.rows(.indicators).flatMap { row in
      (row[Item.appliesTo] ?? []).filter { !known.contains($0) }.flatMap { scope in
        let nearest = Suggestion.nearest(to: scope, among: known.sorted())
        let error = row.fault(
          .unknownReference, at: Item.appliesTo, found: "「适用」写的是「\(scope)」", expected: "应是类别或单位编号",
          fix: nearest.map { "是不是想写「\($0)」" } ?? "核对类别名或单位编号")
        let warning = LeadingZeroRules.fault(
          of: scope, at: Item.appliesTo.spec, of: row, among: workbook.identifiers(of: .units) ?? [:],
          keyedBy: UnitTable.id.spec)
        return [error] + [warning].compactMap(\.self)
      }
    }
  }

  private static func target(of row: Row) -> [IntakeFault] {
    guard let direction = row[Item.direction], direction != .qualitative else { return [] }
    guard let text = row[Item.target] else { return row.missing([Item.target.spec], because: "定量指标") }
    guard let number = ExactDecimal(text) else {
      return [
        row.fault(
          .wrongType, at: Item.target, found: "「目标值」写的是「\(text)」", expected: "定量指标的目标值应是纯数字",
          fix: "只写数，单位写在「计量单位」，或把方向改成「定性」")
      ]
    }
    guard number.isZero, direction == .higherIsBetter else { return [] }
    return [
      row.fault(
        .outOfRange, at: Item.target, with: [row.cell(Item.direction)], found: "「目标值」是 0 而方向是「越大越好」",
        expected: "这样算不出完成率", fix: "改正目标值或方向")
    ]
  }

  private static func repeatedNames(in workbook: Workbook) -> [IntakeFault] {
    let applicable = ApplicableIndicators(workbook)
    var reported = Set<Int>()
    return workbook.assessedUnits.flatMap { id, unit in
      let named = applicable.rows(of: unit).filter { $0[Item.name] != nil }.grouped { $0[Item.name] ?? "" }
      return named.flatMap { name, rows in
        rows.dropFirst().filter { reported.insert($0.address.number).inserted }.map { row in
          row.fault(
            .duplicateValue, at: Item.name, with: [rows[0].cell(Item.name)],
            found: "「\(unit[UnitTable.shortName] ?? id)」有两个指标都叫「\(name)」", expected: "同一单位指标名称不重复",
            fix: "改名，或并成一个指标")
        }
      }
    }
  }

  /// Every category needs an indicator for each dimension of commitment.
  private static func dimensions(in workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.indicators] else { return [] }
    let applicable = ApplicableIndicators(workbook)
    let categories = workbook.assessedUnits.grouped { $0.row[UnitTable.category] ?? "" }
    return categories.filter { !$0.key.isEmpty }.flatMap { category, units in
      let present = Set(units.flatMap { applicable.rows(of: $0.row).compactMap { $0[Item.dimension] } })
      return CommitmentDimension.allCases.filter { !present.contains($0) }.map { dimension in
        IntakeFault(
          .missingRow, .warning, at: table.firstCell, found: "类别「\(category)」没有「\(dimension.rawValue)」的指标",
          expected: "四个担当维度每类别各至少一个指标", fix: "在相应指标的「担当维度」里写上它", blocks: [])
      }
    }
  }
}
