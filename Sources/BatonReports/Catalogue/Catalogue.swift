// Which documents a year has.

public import BatonAssessment

/// The documents of a year: kind by kind, each by 机构序, cadres by rank within their unit.
public struct Catalogue: Sendable {
  public let documents: [PlannedDocument]

  /// Plans all documents of a year.
  ///
  /// - Parameters:
  ///   - year: The year as intake read it; it need not be complete.
  ///   - faults: What intake found; a fault blocks the documents that it spoils, and no others.
  public init(of year: AssessmentYear, faults: [IntakeFault] = []) {
    let blocking = faults.filter { !$0.blocks.isEmpty }
    documents = Self.toldApart(
      DocumentKind.allCases.flatMap { Self.documents(of: $0, in: year, faults: blocking) })
  }

  private static func documents(
    of kind: DocumentKind, in year: AssessmentYear, faults: [IntakeFault]
  ) -> [PlannedDocument] {
    switch kind.selection {
    case .county(let select):
      return [PlannedDocument(kind, in: year, faults: faults) { select(year) }]
    case .unit(let select):
      return year.units.filter(\.takesPart).map { unit in
        PlannedDocument(kind, on: unit, in: year, faults: faults) { select(unit, year) }
      }
    case .cadre(let select):
      let debriefed = Set(year.cadreDebriefs.map(\.cadreID))
      return year.units.flatMap { unit in
        year.orderedCadres(of: unit)
          .filter { $0.mustDebrief(under: year.plan) || debriefed.contains($0.id) }
          .map { cadre in
            PlannedDocument(kind, on: unit, cadre: cadre, in: year, faults: faults) { select(cadre, year) }
          }
      }
    }
  }

  /// Numbers the documents that would lie in one place; file systems may not tell `A` from `a`.
  private static func toldApart(_ documents: [PlannedDocument]) -> [PlannedDocument] {
    var taken = Set<String>()
    return documents.map { document in
      var document = document
      let path = document.path
      var number = 1
      while !taken.insert(document.path.lowercased()).inserted {
        number += 1
        document.path = "\(path)-\(number)"
      }
      return document
    }
  }
}
