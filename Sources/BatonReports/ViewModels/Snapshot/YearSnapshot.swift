// What all documents of a year are made from: its data, and what follows from them, computed once.

public import BatonAssessment
internal import Synchronization

/// A year as it stands when documents are made. Two documents can't disagree: they ask the same snapshot.
public final class YearSnapshot: Sendable {
  public let year: AssessmentYear
  private let gaps: Gaps
  private let computed = Mutex<YearOutcome?>(nil)

  /// A year with what its faults bear on: that is left out of its results, here as everywhere.
  public init(_ year: AssessmentYear, faults: [IntakeFault]) {
    self.year = year
    gaps = Gaps(faults, of: year)
  }

  /// Scores, ranks, grades, awards and bonuses; computed when the first document asks, since most don't.
  var outcome: YearOutcome {
    computed.withLock { outcome in
      if let outcome { return outcome }
      let made = YearOutcome(YearResults(year, gaps: gaps), of: year)
      outcome = made
      return made
    }
  }

  /// The same as programs ask for it.
  public var results: YearResults { outcome.results }
}
