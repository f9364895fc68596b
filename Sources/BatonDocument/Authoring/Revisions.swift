// What a template carries from the people who worked on it, and a document made from it must not: changes that are
// tracked, comments, marks of the proofing tools (ECMA-376-1 §§17.13.4, 17.13.5, 17.13.8).

/// The elements of WordprocessingML that tell of a template's history.
enum Revisions {
  /// Gone with what they hold: deletions, what changes replaced, comments.
  static func isDropped(_ name: String) -> Bool { dropped.contains(name) }

  /// Their content stays: insertions, and wrappers that only say what a text is.
  static func isUnwrapped(_ name: String) -> Bool { unwrapped.contains(name) }

  /// Marks of changes among properties.
  static func isMark(_ name: String) -> Bool { marks.contains(name) }

  private static let dropped: Set<String> = [
    "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
    "proofErr", "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange", "numberingChange", "customXmlPr",
    "smartTagPr",
  ]

  private static let unwrapped: Set<String> = ["ins", "moveTo", "smartTag", "customXml"]

  private static let marks: Set<String> = ["ins", "cellIns", "cellDel", "cellMerge"]
}
