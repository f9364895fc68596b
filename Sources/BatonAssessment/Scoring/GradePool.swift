// 定等: how many of a pool may have the best grade, and which.

/// The units that one line of 「单位优秀比例」 covers, and who of them is put forward for the best grade.
public struct GradePool: Sendable, Hashable {
  /// The line's 「适用」.
  public let scope: String
  public let unitIDs: [String]
  /// What the share is taken of.
  public let base: Int
  public let quota: Int
  /// Put forward for the best grade, best first.
  public let best: [String]
  /// Wholly equal units of whom only some would fit into the quota.
  public let tiedAcrossLine: [String]

  /// Picks the best of a pool; the minimum is what the best grade asks for at least.
  package init(
    scope: String, share: Rational, scores: [UnitScore], minimum: Rational, plan: Plan, comparison: Comparison
  ) {
    func says(_ name: String, _ value: String) -> Bool { plan.row(.conventions, name)?.value == value }
    let barred = scores.count { $0.barsBestGrade }
    let base = says("红线计入基数", "否") ? scores.count - barred : scores.count
    let rounding = plan.row(.conventions, "单位名额取整").flatMap { QuotaRounding(rawValue: $0.value) } ?? .down
    let quota = rounding.whole(Rational(base) * share / 100) ?? 0
    let succeeds = !says("红线递补", "否")
    var best = [String]()
    var tied = [String]()
    var taken = 0
    for tier in comparison.tiers(scores) {
      let members = tier.filter { score in
        guard let total = score.total, comparison.value(total) >= minimum else { return false }
        return !succeeds || !score.barsBestGrade
      }
      guard !members.isEmpty, taken < quota else { continue }
      guard taken + members.count <= quota else {
        tied = members.map(\.unitID)
        break
      }
      taken += members.count
      best += members.filter { !$0.barsBestGrade }.map(\.unitID)
    }
    self.scope = scope
    unitIDs = scores.map(\.unitID)
    self.base = base
    self.quota = quota
    self.best = best
    tiedAcrossLine = tied
  }
}
