// A target, for a category of units or for single ones.

/// A target that units are measured by (「指标」).
public struct Indicator: Sendable, Hashable {
  /// 「指标编号」.
  public let id: String
  /// 「适用」: categories or unit ids.
  public let appliesTo: [String]
  /// 「板块」.
  public let section: Section
  /// 「小类」.
  public let subsection: String?
  /// 「指标名称」.
  public let name: String
  /// 「方向」.
  public let direction: Direction
  /// 「目标值」: a number unless qualitative.
  public let target: String?
  /// 「计量单位」.
  public let measure: String?
  /// 「分值」.
  public let points: ExactDecimal
  /// 「评分标准」.
  public let criteria: String?
  /// 「责任单位」.
  public let responsibleUnitIDs: [String]
  /// 「民生」.
  public let isLivelihood: Bool
  /// 「新增」.
  public let isNew: Bool
  /// 「担当维度」.
  public let dimension: CommitmentDimension?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, appliesTo: [String], section: Section, subsection: String?, name: String,
    direction: Direction, target: String?, measure: String?, points: ExactDecimal, criteria: String?,
    responsibleUnitIDs: [String], isLivelihood: Bool, isNew: Bool, dimension: CommitmentDimension?,
    row: RowAddress
  ) {
    self.id = id
    self.appliesTo = appliesTo
    self.section = section
    self.subsection = subsection
    self.name = name
    self.direction = direction
    self.target = target
    self.measure = measure
    self.points = points
    self.criteria = criteria
    self.responsibleUnitIDs = responsibleUnitIDs
    self.isLivelihood = isLivelihood
    self.isNew = isNew
    self.dimension = dimension
    self.row = row
  }

  /// 「板块」.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case partyBuilding = "党建工作"
    case qualityGrowth = "高质量发展"
    case annualTargets = "年度目标任务"
    case newContent = "新增内容"
  }

  /// 「方向」.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case higherIsBetter = "越大越好"
    case lowerIsBetter = "越小越好"
    case qualitative = "定性"
  }

  /// The target as a number; `nil` for a qualitative one.
  public var targetNumber: ExactDecimal? {
    direction == .qualitative ? nil : target.flatMap(ExactDecimal.init)
  }

  /// Whether a unit is measured by it: it names the unit, or the unit's category.
  public func applies(to unit: Unit) -> Bool {
    unit.takesPart && (appliesTo.contains(unit.category) || appliesTo.contains(unit.id))
  }
}
