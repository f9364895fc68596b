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
  /// 份号, if it is printed by the copy.
  public let copyNumber: Int?
  /// What keeps it from being printed, unless the year is printed incomplete.
  public let blocking: [IntakeFault]
  /// Whether it would bear the mark of a state secret without the grounds for it: never printed.
  public let hasUnfoundedSecrecy: Bool
  /// Selects from the year what its audience may see.
  public let model: @Sendable () -> any ViewModel

  /// Who may see it; the folder it lies in.
  public var audience: Audience { kind.audience }
}

/// What a document is about and for whom it is printed.
struct DocumentSubject: Sendable {
  var unit: Unit?
  var cadre: Cadre?
  var copy: Int?
}

extension PlannedDocument {
  init(
    _ kind: DocumentKind, on subject: DocumentSubject, in year: AssessmentYear, faults: [IntakeFault],
    model: @escaping @Sendable () -> any ViewModel
  ) {
    let (unit, cadre) = (subject.unit, subject.cadre)
    let name = kind.name.rawValue
    let copy = subject.copy.map { "第\($0)份" }
    let whom = [unit?.name, cadre?.name, copy].compactMap(\.self).joined(separator: "　")
    let (unitID, cadreID) = (unit?.id, cadre?.id)

    self.kind = kind
    self.unitID = unitID
    self.cadreID = cadreID
    self.model = model
    copyNumber = subject.copy
    path = Self.path(of: kind, on: subject)
    title = whom.isEmpty ? name : "\(name)（\(whom)）"
    issuer = kind.isIssuedByUnit ? unit?.name ?? year.facts.host : year.facts.host
    blocking = faults.filter { $0.blocks(kind.name, unitID: unitID, cadreID: cadreID) }
    hasUnfoundedSecrecy = year.issuance(of: kind.name, to: unit)?.hasUnfoundedSecrecy ?? false
  }

  /// Folders by audience, so parted that each can be handed over whole: by copy, by group, by unit.
  private static func path(of kind: DocumentKind, on subject: DocumentSubject) -> String {
    let name = kind.name.rawValue
    let copy = subject.copy.map { "第\($0)份" }
    let group = kind.audience.isPartedByGroups ? subject.unit?.groupNumber.map(groupName) : nil
    let file = [name, subject.cadre?.name, subject.cadre?.id, copy].compactMap(\.self).joined(separator: "-")
    let folders = [kind.audience.rawValue, copy.map { name + $0 }, group, subject.unit?.name]
    return (folders.compactMap(\.self) + [file]).map { PathSegment($0).text }.joined(separator: "/")
  }

  private static func groupName(_ number: Int) -> String { "第\(number)考核组" }
}
