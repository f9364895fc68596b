// The results of many counties, one after the other.

import BatonAssessment
import BatonReports
import SampleCounty

/// What was measured of a province so far.
struct ProvinceSpeed: Encodable {
  private var counties = 0
  private var units = 0
  private var scoreRows = 0
  /// Scores, places, grades, quotas, awards, bonuses, all with their derivations.
  private var resultSeconds = 0.0
  /// Reading and checking the same counties' tables, the checks that need results included.
  private var intakeSeconds = 0.0
  private var missing = 0

  mutating func add(county seed: UInt64) {
    let county = SampleCounty(seed: seed, countyName: "某某县")
    let files = county.tables().map { TableFile(name: $0.name, csv: $0.csv) }
    let clock = ContinuousClock()
    var year: AssessmentYear?
    let intake = clock.measure { year = Intake.read(TableSource(name: "数据", files: files)).year }
    guard let year else { return }
    var results: YearResults?
    resultSeconds += clock.measure { results = YearResults(year) }.seconds
    intakeSeconds += intake.seconds
    counties += 1
    units += results?.units.count ?? 0
    missing += results?.missing.count ?? 0
    scoreRows +=
      year.completions.count + year.routineScores.count + year.leaderBallots.count + year.peerScores.count
      + year.staffBallots.count
  }
}
