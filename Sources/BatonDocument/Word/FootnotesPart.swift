// `word/footnotes.xml`: the lines that separate notes from the text, then the notes.

internal import BatonOffice

/// The part that holds a document's notes (ECMA-376-1 §17.11.15).
enum FootnotesPart {
  static let name: PartName = "/word/footnotes.xml"

  /// The notes as they were printed, behind the separators that Word expects under these numbers.
  static func part(_ notes: WordPackaging.Printed) -> Part {
    let root = Namespace.root("w:footnotes")
    let separators =
      separator(id: -1, "separator", "w:separator")
      + separator(id: 0, "continuationSeparator", "w:continuationSeparator")
    return Part(
      name, .footnotes,
      content: Array((root.startTag + separators).utf8) + notes.bytes + Array(root.endTag.utf8),
      relationships: notes.relationships)
  }

  private static func separator(id: Int, _ type: String, _ line: String) -> String {
    let spacing = Markup(
      "w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
    let paragraph = Markup(
      "w:p", [:],
      [Markup.paragraphProperties([spacing]), Markup("w:r", [:], [Markup(line)])].compactMap(\.self))
    return Markup("w:footnote", ["w:type": type, "w:id": "\(id)"], [paragraph]).text
  }
}
