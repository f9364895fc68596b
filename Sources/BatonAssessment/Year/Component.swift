// The five components of a score.

/// A component of a unit's score (分项), as the plan and 「免评分项」 name it.
public enum Component: String, Sendable, Hashable, CaseIterable {
  case targets = "目标任务"
  case routine = "平时分数"
  case leaders = "县领导评分"
  case peers = "互评"
  case staff = "人员测评"
}
