// A row of the table of targets: what was to be reached, what was, and the group's points for it.

import BatonAssessment
internal import BatonTemplate

/// One indicator of a unit with what the unit reached.
struct CompletionRow: Encodable, Sendable {
  let section: String
  let name: String
  @OrNone var target: Figure?
  @OrNone var measure: String?
  @OrNone var reached: Reached?
  @OrNone var rate: Figure?
  let points: Figure
  @OrNone var score: Figure?
  @OrNone var deductionReason: String?
  /// Whether the target is met; for counting, not for printing.
  let isDone: Bool

  /// A number, or a word for what has no number.
  enum Reached: Encodable, Sendable {
    case figure(Figure)
    case word(String)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .figure(let figure): try figure.encode(to: encoder)
      case .word(let word): try word.encode(to: encoder)
      }
    }
  }

  static let shape: DataShape = .record([
    "板块": .text,
    "指标名称": .text,
    "目标值": .optional(.number),
    "计量单位": .optional(.text),
    "完成值": .optional(.numberOrText),
    "完成率": .optional(.number),
    "分值": .number,
    "考核组评分": .optional(.number),
    "扣分原因": .optional(.text),
  ])

  enum CodingKeys: String, CodingKey {
    case section = "板块"
    case name = "指标名称"
    case target = "目标值"
    case measure = "计量单位"
    case reached = "完成值"
    case rate = "完成率"
    case points = "分值"
    case score = "考核组评分"
    case deductionReason = "扣分原因"
  }
}

extension CompletionRow {
  /// A unit's rows, section by section, each in the order of the table of indicators.
  static func all(of unit: Unit, in year: AssessmentYear) -> [CompletionRow] {
    let indicators = year.indicators(of: unit)
    let completions = Dictionary(
      year.completions.lazy.filter { $0.unitID == unit.id }.map { ($0.indicatorID, $0) }
    ) { first, _ in first }
    return Indicator.Section.allCases.flatMap { section in
      indicators.filter { $0.section == section }
        .map { CompletionRow($0, completion: completions[$0.id], by: year.plan) }
    }
  }

  private init(_ indicator: Indicator, completion: Completion?, by plan: Plan) {
    let rate = completion.flatMap { $0.rate(against: indicator) }
    section = indicator.section.rawValue
    name = indicator.name
    target = indicator.targetNumber.map(Figure.init)
    measure = indicator.measure
    reached = completion.map { Reached($0.value) }
    self.rate = rate.map { Figure(percentage: $0, by: plan) }
    points = Figure(indicator.points)
    score = completion?.score.map(Figure.init)
    deductionReason = completion?.deductionReason
    isDone = completion?.isDone(against: indicator) ?? false
  }
}

extension CompletionRow.Reached {
  fileprivate init(_ value: Completion.Value) {
    switch value {
    case .number(let number): self = .figure(Figure(number))
    case .done(let isDone): self = .word(isDone ? "完成" : "未完成")
    }
  }
}
