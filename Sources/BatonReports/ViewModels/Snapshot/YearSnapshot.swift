// What all documents of a year are made from: its data, and what follows from them, computed once.

public import BatonAssessment
internal import Synchronization

/// A year as it stands when documents are made. Two documents can't disagree: they ask the same snapshot.
public final class YearSnapshot: Sendable {
  public let year: AssessmentYear
  private let computed = Mutex<YearOutcome?>(nil)

  public init(_ year: AssessmentYear) { self.year = year }

  /// Scores, ranks, grades, awards and bonuses; computed when the first document asks, since most don't.
  var outcome: YearOutcome {
    computed.withLock { outcome in
      if let outcome { return outcome }
      let made = YearOutcome(YearResults(year), of: year)
      outcome = made
      return made
    }
  }
}
