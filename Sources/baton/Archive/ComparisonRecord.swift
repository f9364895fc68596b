// What `compare --json` writes.

internal import BatonAssessment
internal import BatonReports

/// A comparison for programs: exact differences, as fractions.
struct ComparisonRecord: Encodable {
  let county: String
  let earlier, later: Int
  let lines: [Line]
  let notes: [String]

  struct Line: Encodable {
    let changes: [String]
    let direct: Bool
    let former, current: [Standing]
    let totalDifference, percentileDifference: String?
    let gradeSteps: Int?
    let componentDifferences: [String: String]
    let recurring, cleared, lapsed: [String]
    let newProblems: Int
  }

  struct Standing: Encodable {
    let unit, name: String
    let total: String?
    let rank, participants: Int?
    let percentile, grade: String?
    let gradePlace: Int?
    let components: [String: String]
  }

  init(_ comparison: YearComparison) {
    county = comparison.county
    earlier = comparison.earlier
    later = comparison.later
    notes = comparison.notes
    lines = comparison.lines.map { line in
      Line(
        changes: line.changes, direct: line.isDirect, former: line.former.map(Standing.init),
        current: line.current.map(Standing.init), totalDifference: line.totalDifference?.description,
        percentileDifference: line.percentileDifference?.description, gradeSteps: line.gradeSteps,
        componentDifferences: Dictionary(
          line.componentDifferences.map { ($0.name, $0.difference.description) }
        ) { first, _ in first },
        recurring: line.problems.recurring.map(\.id), cleared: line.problems.cleared.map(\.id),
        lapsed: line.problems.lapsed.map(\.id), newProblems: line.problems.newCount)
    }
  }
}

extension ComparisonRecord.Standing {
  fileprivate init(_ standing: ComparedStanding) {
    unit = standing.unitID
    name = standing.name
    total = standing.total?.exact?.description
    rank = standing.rank
    participants = standing.participants
    percentile = standing.percentile?.description
    grade = standing.grade
    gradePlace = standing.gradePlace
    components = Dictionary(
      standing.components.compactMap { name, score in score.exact.map { (name, $0.description) } }
    ) { first, _ in first }
  }
}
