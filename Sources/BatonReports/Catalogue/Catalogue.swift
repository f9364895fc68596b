// Which documents a year has.

public import BatonAssessment

/// The documents of a year: kind by kind, each by 机构序, cadres by rank within their unit, copies by number.
public struct Catalogue: Sendable {
  public let documents: [PlannedDocument]

  /// Plans all documents of a year.
  ///
  /// - Parameters:
  ///   - year: The year as intake read it; it need not be complete.
  ///   - faults: What intake found; a fault blocks the documents that it spoils, and no others.
  public init(of year: AssessmentYear, faults: [IntakeFault] = []) {
    self.init(of: YearSnapshot(year, faults: faults), faults: faults)
  }

  /// The same, of a year whose results others ask for too.
  public init(of snapshot: YearSnapshot, faults: [IntakeFault]) {
    let blocking = faults.filter { !$0.blocks.isEmpty }
    documents = Self.toldApart(
      DocumentKind.allCases.flatMap { Self.documents(of: $0, in: snapshot, faults: blocking) })
  }

  private static func documents(
    of kind: DocumentKind, in snapshot: YearSnapshot, faults: [IntakeFault]
  ) -> [PlannedDocument] {
    let year = snapshot.year
    let units = year.units.filter(\.takesPart)
    func planned(
      _ subject: DocumentSubject, model: @escaping @Sendable () -> any ViewModel
    ) -> PlannedDocument {
      PlannedDocument(kind, on: subject, in: year, faults: faults, model: model)
    }
    switch kind.selection {
    case .county(let select):
      return [planned(DocumentSubject()) { select(snapshot) }]
    case .countyCopy(let select):
      return CopyNote.all(of: kind.name, in: year).map { copy in
        planned(DocumentSubject(copy: copy.number)) { select(copy, snapshot) }
      }
    case .unit(let select):
      return units.map { unit in planned(DocumentSubject(unit: unit)) { select(unit, snapshot) } }
    case .unitCopy(let select):
      let copies = CopyNote.all(of: kind.name, in: year)
      return units.flatMap { unit in
        copies.map { copy in
          planned(DocumentSubject(unit: unit, copy: copy.number)) { select(unit, copy, snapshot) }
        }
      }
    case .cadre(let select):
      let debriefed = Set(year.cadreDebriefs.map(\.cadreID))
      return year.units.flatMap { unit in
        year.orderedCadres(of: unit)
          .filter { $0.mustDebrief(under: year.plan) || debriefed.contains($0.id) }
          .map { cadre in
            planned(DocumentSubject(unit: unit, cadre: cadre)) { select(cadre, snapshot) }
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
