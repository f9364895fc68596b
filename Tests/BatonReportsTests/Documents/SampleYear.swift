// The fictional county, read as the program reads a county: what tests of documents stand on.

import BatonAssessment
import BatonReports
import SampleCounty
import Testing

enum SampleYear {
  /// The whole county, as it is kept.
  static let whole = read(SampleCounty())
  /// A small one, with another seed and name.
  static let small = read(SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20))

  static func read(_ county: SampleCounty) -> IntakeResult {
    Intake.read(
      TableSource(
        name: county.countyName, files: county.tables().map { TableFile(name: $0.name, csv: $0.csv) }))
  }
}
