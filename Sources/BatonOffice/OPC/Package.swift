// A document as OPC sees it: parts and the relationships between them (ECMA-376-2 §6). `.docx` and Flat OPC
// are one package written in two ways: `Package+Zip.swift`, `Package+FlatOPC.swift`.

/// A part with its content.
package struct Part: Sendable {
  package var name: PartName
  package var contentType: ContentType
  /// XML without its declaration, or the bytes of an image.
  package private(set) var content: [UInt8]
  package var relationships: [Relationship]
  /// What stood in the archive that the part was read from.
  private var entry: [UInt8]?
  /// The content as its ZIP entry will hold it, where that was made before.
  private(set) var deflated: DeflatedContent?

  package init(
    _ name: PartName, _ contentType: ContentType, content: [UInt8], relationships: [Relationship] = []
  ) {
    self.name = name
    self.contentType = contentType
    self.content = content
    self.relationships = relationships
  }

  package init(
    _ name: PartName, _ contentType: ContentType, _ root: Markup, relationships: [Relationship] = []
  ) {
    self.init(name, contentType, content: root.bytes, relationships: relationships)
  }

  /// A part as it was read from an archive: `entry` is what stood there, declaration, encoding and all.
  init(_ name: PartName, _ contentType: ContentType, content: [UInt8], asRead entry: [UInt8]) {
    self.init(name, contentType, content: content)
    self.entry = entry
  }

  /// The part with its compressed form kept beside its content: for parts that many packages share.
  package func precompressed(with compressor: borrowing Compressor) -> Part {
    var part = self
    part.deflated = compressor.deflate(entryContent)
    return part
  }

  /// What stands in the archive: what stood there before, or XML with a declaration.
  var entryContent: [UInt8] { entry ?? (contentType.isXML ? xmlDeclaration + content : content) }
}

/// Parts in the order they are written in, and what the package itself points to.
package struct Package: Sendable {
  package var parts: [Part]
  package var relationships: [Relationship]

  package init(parts: [Part] = [], relationships: [Relationship] = []) {
    self.parts = parts
    self.relationships = relationships
  }

  package func part(named name: PartName) -> Part? {
    parts.first { $0.name == name }
  }
}

/// `standalone` as Word writes it.
let xmlDeclaration = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + [0x0A]
