// What a part is (ECMA-376-2 §6.2.3).

/// The media type of a part.
package struct ContentType: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether the part holds XML, so that Flat OPC can carry it as such.
  ///
  /// A drawing is an image like others: its bytes stay as they are.
  package var isXML: Bool {
    (text.hasSuffix("+xml") || text.hasSuffix("/xml")) && !text.hasPrefix("image/")
  }
}

extension ContentType {
  package static let xml = ContentType("application/xml")
  package static let relationships = ContentType("application/vnd.openxmlformats-package.relationships+xml")
  package static let coreProperties = ContentType(
    "application/vnd.openxmlformats-package.core-properties+xml")
  package static let extendedProperties = ContentType(
    "application/vnd.openxmlformats-officedocument.extended-properties+xml")
  package static let theme = ContentType("application/vnd.openxmlformats-officedocument.theme+xml")

  package static let document = wordprocessingML("document.main")
  package static let styles = wordprocessingML("styles")
  package static let numbering = wordprocessingML("numbering")
  package static let settings = wordprocessingML("settings")
  package static let webSettings = wordprocessingML("webSettings")
  package static let fontTable = wordprocessingML("fontTable")
  package static let footnotes = wordprocessingML("footnotes")
  package static let endnotes = wordprocessingML("endnotes")
  package static let header = wordprocessingML("header")
  package static let footer = wordprocessingML("footer")

  private static func wordprocessingML(_ kind: String) -> ContentType {
    ContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml")
  }
}
