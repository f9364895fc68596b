// A document that the year has, before it is rendered: for whom, from what, and where it will lie.

import BatonAssessment

/// One document of a year.
public struct PlannedDocument: Sendable {
  public let kind: DocumentKind
  /// Where it lies below `Output/<县>/<年度>/`, without the extension: `本单位/县教育局/突出问题清单`.
  public internal(set) var path: String
  /// What the index calls it; the title on the page is its view model's.
  public let title: String
  /// Whom the file's properties name as the author: a unit, never a person.
  public let issuer: String
  /// 单位编号, unless it is the whole county's.
  public let unitID: String?
  /// 人员编号, if it is about a person.
  public let cadreID: String?
  /// What keeps it from being printed, unless the year is printed incomplete.
  public let blocking: [IntakeFault]
  /// Selects from the year what its audience may see.
  public let model: @Sendable () -> any ViewModel

  /// Who may see it; the folder it lies in.
  public var audience: String { kind.audience }
}

extension PlannedDocument {
  /// A document of the year, on a unit or on a cadre of it, or on neither.
  init(
    _ kind: DocumentKind, on unit: Unit? = nil, cadre: Cadre? = nil, in year: AssessmentYear,
    faults: [IntakeFault], model: @escaping @Sendable () -> any ViewModel
  ) {
    let name = kind.name.rawValue
    let file = ([name] + [cadre?.name, cadre?.id].compactMap(\.self)).joined(separator: "-")
    let subject = [unit?.name, cadre?.name].compactMap(\.self).joined(separator: "　")
    let folders = [kind.audience] + [unit?.name].compactMap(\.self)
    let (unitID, cadreID) = (unit?.id, cadre?.id)

    self.kind = kind
    self.unitID = unitID
    self.cadreID = cadreID
    self.model = model
    path = (folders + [file]).map { PathSegment($0).text }.joined(separator: "/")
    title = subject.isEmpty ? name : "\(name)（\(subject)）"
    issuer = kind.isIssuedByUnit ? unit?.name ?? year.facts.host : year.facts.host
    blocking = faults.filter { $0.blocks(kind.name, unitID: unitID, cadreID: cadreID) }
  }
}
