// 「3+2+2」: the outline asks about each of the seven points.

import BatonAssessment

enum TalkOutlineRules {
  private typealias Question = TalkQuestionTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.talkOutline] else { return [] }
    guard !table.rows.contains(where: { $0.isBroken(Question.point) }) else { return [] }
    let points = Dictionary(grouping: table.rows) { $0[Question.point] }
    return TalkPoint.allCases.compactMap { point in
      guard let questions = points[point] else { return missing(point, in: table) }
      return Question.number.gap(in: questions, of: point.rawValue, at: table.rows[0], Question.point.spec)
    }
  }

  private static func missing(_ point: TalkPoint, in table: DecodedTable) -> IntakeFault {
    IntakeFault(
      .missingPart, at: table.rows.first?.cell(Question.point) ?? table.firstCell,
      found: "缺要点「\(point.rawValue)」", expected: "七个要点各至少一条", fix: "补上「\(point.rawValue)」的建议问法",
      blocks: DocumentName.depending(on: .talkOutline))
  }
}
