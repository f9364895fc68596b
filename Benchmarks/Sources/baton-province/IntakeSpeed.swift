// How fast a workbook comes in: its cells alone, and the whole of intake with all rules and results.

import BatonReports

/// What was measured of a workbook: medians of rounds.
struct IntakeSpeed: Encodable {
  private let cells: Int
  private let readSeconds: Double
  private let intakeSeconds: Double

  init(of path: String, rounds: Int) throws {
    let source = try TableSource(path)
    cells = Intake.cellCount(of: source)
    readSeconds = Self.median(of: rounds) { _ = Intake.cellCount(of: source) }
    intakeSeconds = Self.median(of: rounds) { _ = Intake.read(source) }
  }

  private static func median(of rounds: Int, _ body: () -> Void) -> Double {
    let times = (0..<max(1, rounds)).map { _ in ContinuousClock().measure(body).seconds }.sorted()
    return times[times.count / 2]
  }
}
