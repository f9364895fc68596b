// A derivation as people and programs read it: what was done, with what, from which cells.

public import BatonAssessment

/// A step of a derivation, with the steps that it took its numbers from.
public struct Explanation: Sendable, Hashable {
  /// What a step does with its inputs.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// The number of a cell.
    case cell = "取数"
    /// A number of the rule itself.
    case constant = "常数"
    case sum = "合计"
    case mean = "平均"
    /// The mean without extremes: inputs, then 「个数」 and 「起算票数」.
    case trimmedMean = "去极值平均"
    case difference = "相减"
    case product = "相乘"
    case quotient = "相除"
    case least = "取小"
    case greatest = "取大"
    /// How many cells are named.
    case count = "计数"
    case rounded = "修约"
    /// 位次 among entrants, the first of which is the unit's own.
    case rank = "排名"
    /// What a unit is ranked by: its value of comparison, then the components that break ties.
    case entrant = "参排"
    /// The value alone may be told.
    case withheld = "不列"
  }

  /// What the step's value is called.
  public internal(set) var name: String?
  public let operation: Operation
  /// Exactly.
  public let value: Rational
  /// The cells that it is read or counted from.
  public internal(set) var cells: [CellAddress] = []
  /// Cells that chose it without entering into it.
  public internal(set) var reasons: [CellAddress] = []
  /// The row of the plan that the cell is of.
  public internal(set) var planRow: PlanRow?
  public internal(set) var inputs: [Explanation] = []
  /// Whether the step that takes it drops it as an extreme.
  public internal(set) var isDropped = false
  /// Places and rule, of a step that rounds.
  public internal(set) var rounding: RoundingStep?
  /// What a rank goes by: how equal ranks are written, and the components that break ties.
  public internal(set) var ranking: Ranking?

  public struct RoundingStep: Sendable, Hashable {
    public let places: Int
    public let rule: Rounding
  }

  /// How units are ranked.
  public struct Ranking: Sendable, Hashable {
    public let isDense: Bool
    public let tieBreaks: [Component]
  }

  init(_ operation: Operation, _ value: Rational, name: String? = nil, inputs: [Explanation] = []) {
    self.operation = operation
    self.value = value
    self.name = name
    self.inputs = inputs
  }
}

extension Explanation {
  /// Every cell that is named, with repetition, in the order of the tree.
  public var allCells: [CellAddress] { cells + reasons + inputs.flatMap(\.allCells) }
}
