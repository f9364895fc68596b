// What is issued, and the mark of a state secret: a county has no authority of its own to make one (保密法 §17), and
// what is none may not be marked as one (§22).

import BatonAssessment

extension AssessmentYear {
  /// The issuing of a document: a unit's own row before the common one.
  func issuance(of document: DocumentName, to unit: Unit? = nil) -> Issuance? {
    let rows = issuances.filter { $0.document == document }
    return rows.first { $0.unitID == unit?.id } ?? rows.first { $0.unitID == nil }
  }
}

extension Issuance {
  /// Whether it claims to be secret without term, basis, officer, audience or authorization.
  var hasUnfoundedSecrecy: Bool {
    secrecyLevel != nil
      && [secrecyTerm, secrecyBasis, secrecyOfficer, audience, authorization].contains { $0 == nil }
  }

  /// 密级和保密期限 as a document bears it: 「秘密★1年」.
  var secrecyMark: String? {
    guard let secrecyLevel, !hasUnfoundedSecrecy else { return nil }
    return [secrecyLevel, secrecyTerm].compactMap(\.self).joined(separator: "★")
  }
}
