// baton-province [COUNTIES]: how long the results of a province take, in memory.
//
// Counties of 87 units are made from seeds one by one and read as intake reads them; only the computation of
// results is timed. Prints one JSON line.

import BatonAssessment
import BatonReports
import Foundation
import SampleCounty

@main
struct BatonProvince {
  static func main() throws {
    let counties = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 115
    var figures = Measurement()
    for seed in 1...counties { try figures.add(county: UInt64(seed)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }
}

/// What was measured so far.
private struct Measurement: Encodable {
  var counties = 0
  var units = 0
  var scoreRows = 0
  /// Scores, places, grades, quotas, awards, bonuses, all with their derivations.
  var resultSeconds = 0.0
  /// Reading and checking the same counties' tables, the checks that need results included.
  var intakeSeconds = 0.0
  var missing = 0

  mutating func add(county seed: UInt64) throws {
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

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
