// 加减分情况表: what was put forward, what it counts, and what was not recognized and why.

import BatonAssessment
internal import BatonTemplate

/// One row of 加减分, as the county's own table shows it.
struct AdjustmentRow: Encodable, Sendable {
  let unitShortName: String
  let kind: String
  let matter: String
  @OrNone var level: String?
  /// The points written, else the standard ones; a red line has none, and what isn't recognized counts none.
  @OrNone var points: Figure?
  let basis: String
  let recognition: String
  @OrNone var refusalReason: String?

  static let shape: DataShape = .record([
    "单位简称": .text, "类型": .text, "事项": .text, "等级": .optional(.text), "分值": .optional(.number),
    "依据": .text, "认定": .text, "不予认定原因": .optional(.text),
  ])

  enum CodingKeys: String, CodingKey {
    case unitShortName = "单位简称"
    case kind = "类型"
    case matter = "事项"
    case level = "等级"
    case points = "分值"
    case basis = "依据"
    case recognition = "认定"
    case refusalReason = "不予认定原因"
  }

  /// All rows, by 机构序, then as the table has them.
  static func all(in year: AssessmentYear) -> [AdjustmentRow] {
    let rows = Dictionary(grouping: year.adjustments, by: \.unitID)
    return year.units.flatMap { unit in
      (rows[unit.id] ?? []).map { AdjustmentRow($0, of: unit, by: year.plan) }
    }
  }

  private init(_ adjustment: Adjustment, of unit: Unit, by plan: Plan) {
    unitShortName = unit.shortName
    kind = adjustment.kind.rawValue
    matter = adjustment.matter
    level = adjustment.level
    points = adjustment.recognition == .recognized ? adjustment.countedPoints(by: plan).map(Figure.init) : nil
    basis = adjustment.basis
    recognition = adjustment.recognition.rawValue
    refusalReason = adjustment.refusalReason
  }
}

extension Adjustment {
  /// The points written, else those of the level; `nil` for a red line.
  func countedPoints(by plan: Plan) -> ExactDecimal? {
    switch kind {
    case .redLine: nil
    case .bonus: points ?? level.flatMap { plan.number(.bonusStandards, $0) }
    case .deduction: points ?? level.flatMap { plan.number(.deductionStandards, $0) }
    }
  }
}
