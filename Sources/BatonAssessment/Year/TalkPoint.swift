// The seven points of a talk: 「3+2+2」.

/// A point that every talk goes through (「要点」), in the order of the outline.
public enum TalkPoint: String, Sendable, Hashable, CaseIterable {
  case partyBuilding = "党建工作"
  case qualityGrowth = "高质量发展综合绩效"
  case annualTargets = "年度目标任务落实"
  case teamOperation = "班子整体运行"
  case cadreBuilding = "干部队伍建设"
  case principals = "主要负责同志政治素质及现实表现"
  case cadres = "科级干部综合表现"

  /// Whom a point is about: three about the unit, two about the team, two about the cadres.
  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case unit = "单位"
    case team = "班子"
    case cadres = "党员干部"
  }

  public var dimension: Dimension {
    switch self {
    case .partyBuilding, .qualityGrowth, .annualTargets: .unit
    case .teamOperation, .cadreBuilding: .team
    case .principals, .cadres: .cadres
    }
  }
}
