// 最终等次: what the meeting decided, else what is suggested, where nothing forbids it.

/// The final grades of a year, and what speaks against those that were decided.
struct FinalGrades {
  private(set) var grades: [String: UnitGrade] = [:]
  private(set) var findings: [ResultFinding] = []

  init(_ scoring: Scoring, _ grading: Grading, _ scale: GradeScale, of year: AssessmentYear, _ gaps: Gaps) {
    let open = Self.openUnits(grading, of: year)
    for score in scoring.scores {
      guard let unit = year.unit(score.unitID) else { continue }
      if open.contains(unit.id), unit.confirmedGrade == nil { findings.append(.openTie(unitID: unit.id)) }
      if let confirmed = unit.confirmedGrade, confirmed == scale.best, score.barsBestGrade {
        findings.append(.confirmedAcrossRedLine(unitID: unit.id))
        continue
      }
      guard !gaps.cover(.confirmation, of: unit.id), !open.contains(unit.id) else { continue }
      grades[unit.id] =
        unit.confirmedGrade.map { Self.confirmed($0, of: unit, scale) } ?? grading.suggestions[unit.id]
    }
    for pool in grading.pools { keepWithinQuota(pool, scale, of: year) }
  }

  /// Units tied across the line, as long as one of their group has no confirmed grade.
  private static func openUnits(_ grading: Grading, of year: AssessmentYear) -> Set<String> {
    let groups = grading.pools.map { pool in
      (pool.tiedAcrossLine ?? []).filter { grading.suggestions[$0] == .pending }
    }
    let open = groups.filter { group in group.contains { year.unit($0)?.confirmedGrade == nil } }
    return Set(open.joined())
  }

  private static func confirmed(_ grade: String, of unit: Unit, _ scale: GradeScale) -> UnitGrade? {
    guard scale.names.contains(grade) else { return nil }
    return unit.participation == .comparable && grade == scale.best ? .comparable(grade) : .grade(grade)
  }

  /// More best grades than the quota allows can only come from a meeting: those are left out.
  private mutating func keepWithinQuota(_ pool: GradePool, _ scale: GradeScale, of year: AssessmentYear) {
    let best = pool.unitIDs.filter { grades[$0] == .grade(scale.best) }
    guard let quota = pool.quota, best.count > quota else { return }
    let confirmed = best.filter { year.unit($0)?.confirmedGrade != nil }
    guard !confirmed.isEmpty else { return }
    findings.append(
      .beyondQuota(scope: pool.scope, unitIDs: best, confirmedIDs: confirmed, quota: quota))
    for unitID in confirmed { grades[unitID] = nil }
  }
}
