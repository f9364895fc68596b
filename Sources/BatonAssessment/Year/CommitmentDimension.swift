// The four things that a committed cadre must have shown.

/// A dimension of commitment (「担当维度」), a column of 「担当作为」 each.
public enum CommitmentDimension: String, Sendable, Hashable, CaseIterable {
  case politics = "政治标准"
  case urgentTasks = "急难险重"
  case complexProblems = "复杂问题"
  case ruralRevival = "乡村振兴"
}
