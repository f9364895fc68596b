// 定等: how many of a pool may have the best grade, and which.

/// The units that one line of 「单位优秀比例」 covers, and who of them is put forward for the best grade.
public struct GradePool: Sendable, Hashable {
  /// The line's 「适用」.
  public let scope: String
  /// By rank within the pool; those without a total last.
  public let unitIDs: [String]
  /// What the share is taken of; `nil` if red lines bear on it and are not all known.
  public let base: Int?
  public let quota: Int?
  /// Put forward for the best grade, best first; `nil` if a member's total or the quota is not known.
  public let best: [String]?
  /// Wholly equal units of whom only some would fit into the quota.
  public let tiedAcrossLine: [String]?

  /// Picks the best of a pool; the minimum is what the best grade asks for at least.
  package init(
    scope: String, share: Rational, scores: [UnitScore], minimum: Rational, plan: Plan, comparison: Comparison
  ) {
    func says(_ name: String, _ value: String) -> Bool { plan.row(.conventions, name)?.value == value }
    let rounding = plan.row(.conventions, "单位名额取整").flatMap { QuotaRounding(rawValue: $0.value) }
    let isWhole = scores.allSatisfy { $0.total != nil }
    let tiers = comparison.tiers(scores)
    base =
      if !says("红线计入基数", "否") {
        scores.count
      } else if scores.allSatisfy({ $0.deduction != nil }) {
        scores.count { !$0.barsBestGrade }
      } else { nil }
    quota = base.flatMap { (rounding ?? .down).whole(Rational($0) * share / 100) }
    self.scope = scope
    unitIDs = tiers.joined().map(\.unitID) + scores.filter { $0.total == nil }.map(\.unitID)
    guard isWhole, let quota else {
      best = nil
      tiedAcrossLine = nil
      return
    }
    let line = Self.line(of: quota, through: tiers, succeeding: !says("红线递补", "否")) { score in
      score.total.map { comparison.value($0) >= minimum } ?? false
    }
    best = line.best.filter { !$0.barsBestGrade }.map(\.unitID)
    tiedAcrossLine = line.tied.map(\.unitID)
  }

  /// Who is above the line of the quota, and the group of equals that lies across it.
  private static func line(
    of quota: Int, through tiers: [[UnitScore]], succeeding: Bool, reaches: (UnitScore) -> Bool
  ) -> (best: [UnitScore], tied: [UnitScore]) {
    var best = [UnitScore]()
    for tier in tiers {
      let members = tier.filter { reaches($0) && !(succeeding && $0.barsBestGrade) }
      guard best.count < quota else { break }
      guard best.count + members.count <= quota else { return (best, members) }
      best += members
    }
    return (best, [])
  }
}
