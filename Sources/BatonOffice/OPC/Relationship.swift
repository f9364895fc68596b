// How one part, or the package itself, refers to another (ECMA-376-2 §6.5).

/// A relationship of a part or of the package.
package struct Relationship: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case part(PartName)
    /// A URI outside the package.
    case external(String)
    /// What stands in a package that was read and names no part: kept as written.
    case unresolved(String)
  }

  /// What the relationship means: the URI of its type.
  package struct Kind: Sendable, Hashable {
    package let type: String

    package init(type: String) { self.type = type }

    private static func office(_ name: String) -> Kind {
      Kind(type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(name)")
    }

    package static let officeDocument = office("officeDocument")
    package static let extendedProperties = office("extended-properties")
    package static let styles = office("styles")
    package static let numbering = office("numbering")
    package static let settings = office("settings")
    package static let webSettings = office("webSettings")
    package static let fontTable = office("fontTable")
    package static let theme = office("theme")
    package static let footnotes = office("footnotes")
    package static let header = office("header")
    package static let footer = office("footer")
    package static let hyperlink = office("hyperlink")
    package static let image = office("image")
    package static let coreProperties = Kind(
      type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties")

    /// Whether it is the one that leads to the main part, in the transitional or the strict vocabulary.
    var leadsToMainPart: Bool {
      self == .officeDocument
        || type == "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
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
        case .unresolved(let target):
          Markup(
            "Relationship", ["Id": relationship.id, "Type": relationship.kind.type, "Target": target])
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
