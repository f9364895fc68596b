// The kinds of ballots that the plan tells apart, or none.

import BatonAssessment

/// The closed list of 「票类」 for a component.
struct BallotKinds {
  /// `nil` while there is no plan to say.
  private let names: [String]?

  init(_ plan: Plan?, for scope: String) {
    names = plan.map { $0.rows(of: .ballotKinds, for: scope).map(\.name) }
  }

  /// A kind that the plan doesn't tell apart, or a row that doesn't say its kind.
  func fault(of row: Row, _ column: Column<String>) -> [IntakeFault] {
    guard let names else { return [] }
    guard let kind = row[column] else {
      return names.isEmpty ? [] : row.missing([column.spec], because: "方案分票类的")
    }
    guard !names.contains(kind) else { return [] }
    return [
      row.fault(
        .notInPlan, at: column, found: "「票类」写的是「\(kind)」",
        expected: names.isEmpty ? "方案不分票类" : "方案「票类」是\(names.quoted)",
        fix: names.isEmpty ? "清空这一格，或在方案里写上票类" : "用方案里的名称")
    ]
  }
}
