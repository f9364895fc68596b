// What a build will make and what it will not, known before anything is rendered.

public import BatonAssessment

/// The documents of one build.
public struct BuildPlan: Sendable {
  public var year: AssessmentYear { snapshot.year }
  /// What all documents, and the index of them, are made from.
  let snapshot: YearSnapshot
  /// What will be made, in the catalogue's order.
  public let documents: [PlannedDocument]
  /// What the data doesn't allow; each says why.
  public let refused: [PlannedDocument]
  /// What is missing in documents that are made all the same, printed as 「（缺）」.
  public let tolerated: [IntakeFault]

  /// Incomplete documents, if they are allowed, are those whose only faults are that something hasn't been written.
  ///
  /// - Throws: ``BuildError`` if the selection names what there isn't.
  public init(
    _ year: AssessmentYear, faults: [IntakeFault], selection: Selection = Selection(),
    allowsIncomplete: Bool = false
  ) throws(BuildError) {
    let snapshot = YearSnapshot(year, faults: faults)
    let chosen = try selection.chosen(from: Catalogue(of: snapshot, faults: faults).documents, of: year)
    let made = chosen.filter { document in
      !document.hasUnfoundedSecrecy
        && document.blocking.allSatisfy { allowsIncomplete && $0.code.isIncompleteness }
    }
    let madePaths = Set(made.map(\.path))
    let missing = Set(made.flatMap(\.blocking))
    self.snapshot = snapshot
    documents = made
    refused = chosen.filter { !madePaths.contains($0.path) }
    tolerated = faults.filter(missing.contains)
  }

  /// Where the documents lie below an output folder: `<县>/<年度>`.
  public var folder: String { "\(PathSegment(year.facts.county).text)/\(year.facts.year)" }
}
