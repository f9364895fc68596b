// The two vocabularies that workbooks are written in: transitional and strict (ECMA-376-1 Annex A, ECMA-376-4).

enum SpreadsheetVocabulary {
  /// Of elements.
  static let namespaces = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// Of `r:id`; beside the elements' own, for a cursor.
  static let relationshipIDs = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  /// Of relationships parts.
  static let relationships = ["http://schemas.openxmlformats.org/package/2006/relationships"]
}
