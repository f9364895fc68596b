// 「指标完成」: each applicable indicator exactly once, scored within its points, and why points are lacking.

import BatonAssessment

enum CompletionRules {
  private typealias Item = CompletionTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.completions], let indicators = workbook.identifiers(of: .indicators) else {
      return []
    }
    return coverage(in: workbook, known: indicators) + unscored(in: workbook, table)
      + table.rows.flatMap { row -> [IntakeFault] in
        guard let indicator = row[Item.indicatorID].flatMap({ indicators[$0] }) else { return [] }
        return value(of: row, for: indicator) + score(of: row, for: indicator)
      }
  }

  private static func coverage(in workbook: Workbook, known: [String: Row]) -> [IntakeFault] {
    let applicable = ApplicableIndicators(workbook)
    let rows = workbook.rows(.completions, by: Item.unitID)
    // A row that names no unit or no indicator has been reported itself.
    let keys = workbook.rows(.completions).map { row in
      [
        row[Item.unitID].flatMap { workbook.unit($0) == nil ? nil : $0 },
        row[Item.indicatorID].flatMap { known[$0] == nil ? nil : $0 },
      ]
    }
    var doubtful = DoubtfulRows(keys.filter { $0.contains(nil) })
    return workbook.assessedUnits.flatMap { id, unit -> [IntakeFault] in
      let expected = applicable.rows(of: unit).compactMap { $0[IndicatorTable.id] }
      let present = rows[id] ?? []
      let done = Set(present.compactMap { $0[Item.indicatorID] })
      let missing = expected.filter { !done.contains($0) && !doubtful.standInFor([id, $0]) }
      let wanted = Set(expected)
      let superfluous = present.filter { row in
        row[Item.indicatorID].map { known[$0] != nil && !wanted.contains($0) } ?? false
      }
      return missing.map { indicator in
        unit.fault(
          .missingRow, at: UnitTable.id, found: "「\(unit[UnitTable.shortName] ?? id)」的指标「\(indicator)」没有完成情况",
          expected: "每个适用指标恰一行", fix: "在「指标完成」表里补上这一行", about: [.completions])
      }
        + superfluous.map { row in
          row.fault(
            .contradiction, at: Item.indicatorID, found: "指标「\(row[Item.indicatorID] ?? "")」不适用于单位「\(id)」",
            expected: "只填适用的指标", fix: "删去这一行，或改正指标的「适用」")
        }
    }
  }

  /// Scores that are not there. Before scoring begins the table only says how targets were met; from then on a blank
  /// would count as nothing without a word.
  private static func unscored(in workbook: Workbook, _ table: DecodedTable) -> [IntakeFault] {
    let others: [Table] = [.routineScores, .leaderBallots, .peerScores, .staffBallots]
    let blank = table.rows.filter { $0[Item.score.spec] == .absent }
    let hasBegun = blank.count < table.rows.count || others.allSatisfy { workbook[$0] != nil }
    guard hasBegun, let first = blank.first else { return [] }
    let fix = "填写考核组评分；一分未得写 0"
    let blocked = DocumentName.depending(on: .leaderBallots)
    guard first.address.table.columns[Item.score.heading] != nil else {
      return [
        IntakeFault(
          .missingColumn,
          at: table.address.headings,
          found: "缺「\(Item.score.heading)」列", expected: "计分要有这一列", fix: "补上这一列，\(fix)",
          blocks: blocked, about: [.completions])
      ]
    }
    return blank.map { row in
      IntakeFault(
        .missingValue, at: row.address.cell(Item.score.heading), found: "「\(Item.score.heading)」是空的",
        expected: "已经开始评分，每个指标都须有评分", fix: fix, blocks: blocked, subject: row.subject,
        about: [.completions])
    }
  }

  private static func value(of row: Row, for indicator: Row) -> [IntakeFault] {
    guard let value = row[Item.value], let direction = indicator[IndicatorTable.direction] else { return [] }
    switch (value, direction) {
    case (.number, .qualitative):
      return [
        row.fault(
          .wrongType, at: Item.value, with: [indicator.cell(IndicatorTable.direction)],
          found: "定性指标的「完成值」写的是数",
          expected: "应是「完成」或「未完成」", fix: "改成「完成」或「未完成」")
      ]
    case (.done, .higherIsBetter), (.done, .lowerIsBetter):
      return [
        row.fault(
          .wrongType, at: Item.value, with: [indicator.cell(IndicatorTable.direction)],
          found: "定量指标的「完成值」不是数",
          expected: "应是纯数字", fix: "写实际完成的数")
      ]
    default: return []
    }
  }

  private static func score(of row: Row, for indicator: Row) -> [IntakeFault] {
    guard let score = row[Item.score]?.rational, let points = indicator[IndicatorTable.points] else {
      return []
    }
    if score > points.rational {
      return [
        row.fault(
          .outOfRange, at: Item.score, with: [indicator.cell(IndicatorTable.points)],
          found: "「考核组评分」是 \(score.decimalText)", expected: "不应大于分值 \(points)", fix: "核对评分")
      ]
    }
    return score < points.rational ? row.missing([Item.deductionReason.spec], because: "评分低于分值的") : []
  }
}
