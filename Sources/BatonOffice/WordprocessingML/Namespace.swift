// The namespaces of WordprocessingML parts and the prefixes that Word gives them.

/// Namespaces that a part declares.
package enum Namespace {
  package static let wordprocessingML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  package static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let drawingML = "http://schemas.openxmlformats.org/drawingml/2006/main"
  package static let wordprocessingShape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  package static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  package static let wordprocessingDrawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  package static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  package static let svgPicture = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

  /// A root element of a WordprocessingML part with the two prefixes that our content uses.
  package static func root(_ name: String, _ children: [Markup] = []) -> Markup {
    Markup(name, ["xmlns:w": wordprocessingML, "xmlns:r": relationships], children)
  }
}
