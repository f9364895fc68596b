// What results say against the data that they were computed from.

/// Something that only the results can tell is wrong, or worth a warning.
public enum ResultFinding: Sendable, Hashable {
  /// A unit tied across the line has no confirmed grade.
  case openTie(unitID: String)
  /// A meeting gave the best grade to a unit with a red line.
  case confirmedAcrossRedLine(unitID: String)
  /// Meetings gave a pool more best grades than its quota.
  case beyondQuota(scope: String, unitIDs: [String], confirmedIDs: [String], quota: Int)
  /// More best grades in the county than its limit.
  case beyondCountyLimit(count: Int, participants: Int)
  /// More excellent staff than the quota.
  case staffBeyondQuota(StaffQuota)
  /// A quota beyond the share that the plan warns of.
  case staffBeyondLimit(StaffQuota)
  /// All bonuses together exceed the budget.
  case beyondBudget(total: Rational)
  /// A person who is paid bonuses has no grade or no months.
  case bonusLacks(cadreID: String, heading: String)
  /// Coefficients of single-item assessments bring a unit's below 0.
  case negativeCoefficient(unitID: String)
  /// No unit of the series has the component that an exempt unit would take the mean of.
  case noSubstitute(unitID: String, Component)
  /// Nothing that carries weight is left of an exempt unit's components.
  case noWeightLeft(unitID: String)
  /// Fewer ballots than trimming starts from, by component.
  case tooFewBallots(Component, unitIDs: [String])
}
