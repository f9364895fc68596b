// How one part, or the package itself, refers to another (ECMA-376-2 §6.5).

/// A relationship of a part or of the package.
package struct Relationship: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case part(PartName)
    /// A URI outside the package.
    case external(String)
  }

  /// What the relationship means, by the last segment of its type.
  package enum Kind: String, Sendable, Hashable {
    case officeDocument, extendedProperties = "extended-properties"
    case styles, numbering, settings, webSettings, fontTable, theme, footnotes, endnotes
    case header, footer, hyperlink, image
    case coreProperties = "core-properties"

    /// The type's URI.
    package var type: String {
      switch self {
      case .coreProperties:
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
      default: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(rawValue)"
      }
    }
  }

  package var id: String
  package var kind: Kind
  package var target: Target

  package init(id: String, _ kind: Kind, to target: Target) {
    self.id = id
    self.kind = kind
    self.target = target
  }
}

extension [Relationship] {
  /// The content of the relationships part of a part in `folder`.
  func markup(from folder: Substring) -> Markup {
    Markup(
      "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
      map { relationship in
        switch relationship.target {
        case .part(let name):
          Markup(
            "Relationship",
            [
              "Id": relationship.id, "Type": relationship.kind.type,
              "Target": name.reference(from: folder),
            ])
        case .external(let uri):
          Markup(
            "Relationship",
            [
              "Id": relationship.id, "Type": relationship.kind.type, "Target": uri,
              "TargetMode": "External",
            ])
        }
      })
  }
}
