// What a template printed, made a package: the parts round the streams, and the static parts that all documents of
// a theme share.

package import BatonOffice

/// Packages of one theme.
package struct WordPackaging: Sendable {
  /// What a stream printed, and what it refers to beside other streams.
  package struct Printed: Sendable {
    package var bytes: [UInt8] = []
    package var relationships: [Relationship] = []
  }

  /// A stream that became a part of its own: a header or footer.
  package struct Margin: Sendable {
    package var isHeader: Bool
    /// What the section refers to it by.
    package var relationshipID: String
    package var content: Printed
  }

  /// All that a template printed.
  package struct Content: Sendable {
    /// The content of the body.
    package var document = Printed()
    /// The instances of lists.
    package var numbering: [UInt8] = []
    package var footnotes = Printed()
    /// In the order they were printed.
    package var margins: [Margin] = []
    /// The pictures, each once.
    package var media: [Part] = []

    package init() {}
  }

  private let staticParts: [Part]
  private let staticRelationships: [Relationship]
  private let abstractNumbering: [UInt8]
  private let defaultSection: [UInt8]
  /// What stands before and behind the body: the same in every document.
  private let documentStart: [UInt8]
  private let documentEnd: [UInt8]

  /// Makes the static parts and compresses them, once for many packages.
  package init(theme: Theme) {
    let compressor = Compressor()
    let parts: [(Relationship.Kind, String, Part)] =
      [
        (.styles, "rIdStyles", Part("/word/styles.xml", .styles, theme.stylesPart)),
        (.settings, "rIdSettings", Part("/word/settings.xml", .settings, .documentSettings)),
        (.webSettings, "rIdWebSettings", Part("/word/webSettings.xml", .webSettings, .webSettings)),
        (.fontTable, "rIdFontTable", Part("/word/fontTable.xml", .fontTable, theme.fontTablePart)),
        (.theme, "rIdTheme", Part("/word/theme/theme1.xml", .theme, .drawingTheme(font: theme.textFontName))),
      ]
      + PageNumberFooter.all.map { (.footer, $0.relationshipID, $0.part(theme)) }
    staticParts = parts.map { $0.2.precompressed(with: compressor) }
    staticRelationships = parts.map { Relationship(id: $0.1, $0.0, to: .part($0.2.name)) }
    abstractNumbering = theme.abstractNumbering.flatMap(\.bytes)
    let properties = SectionProperties(page: theme.page, isLandscape: false, theme: theme)
    defaultSection = Array(properties.text.utf8)
    let root = Namespace.root("w:document")
    documentStart = Array((root.startTag + "<w:body>").utf8)
    documentEnd = Array(("</w:body>" + root.endTag).utf8)
  }

  /// The package of one document.
  ///
  /// - Parameters:
  ///   - content: What the template printed.
  ///   - properties: The parts in which the document tells of itself.
  /// - Returns: Parts in the order of their importance: the main one first.
  package func package(_ content: Content, _ properties: [Part]) -> Package {
    var relationships = staticRelationships
    var parts: [Part] = []
    if !content.numbering.isEmpty {
      let root = Namespace.root("w:numbering")
      parts.append(
        Part(
          "/word/numbering.xml", .numbering,
          content: Array(root.startTag.utf8) + abstractNumbering + content.numbering
            + Array(root.endTag.utf8)))
      relationships.append(Relationship(id: "rIdNumbering", .numbering, to: .part("/word/numbering.xml")))
    }
    if !content.footnotes.bytes.isEmpty {
      parts.append(FootnotesPart.part(content.footnotes))
      relationships.append(Relationship(id: "rIdFootnotes", .footnotes, to: .part(FootnotesPart.name)))
    }
    for (index, margin) in content.margins.enumerated() {
      let root = Namespace.root(margin.isHeader ? "w:hdr" : "w:ftr")
      let name = PartName(stringLiteral: "/word/\(margin.isHeader ? "header" : "footer")\(index + 1).xml")
      parts.append(
        Part(
          name, margin.isHeader ? .header : .footer,
          content: Array(root.startTag.utf8) + margin.content.bytes + Array(root.endTag.utf8),
          relationships: margin.content.relationships))
      relationships.append(
        Relationship(id: margin.relationshipID, margin.isHeader ? .header : .footer, to: .part(name)))
    }
    let main = Part(
      "/word/document.xml", .document, content: documentContent(content.document.bytes),
      relationships: relationships + content.document.relationships)
    return Package(
      parts: [main] + parts + content.media + staticParts + properties,
      relationships: [
        Relationship(id: "rId1", .officeDocument, to: .part(main.name)),
        Relationship(id: "rId2", .coreProperties, to: .part("/docProps/core.xml")),
        Relationship(id: "rId3", .extendedProperties, to: .part("/docProps/app.xml")),
      ])
  }

  /// The main part round the body; the section printed last gives the body its properties.
  private func documentContent(_ printed: [UInt8]) -> [UInt8] {
    let (body, section) = printed.splitAtLastSection
    var content: [UInt8] = []
    content.reserveCapacity(
      documentStart.count + printed.count + defaultSection.count + documentEnd.count)
    content += documentStart
    content += body.isEmpty ? Array("<w:p/>".utf8)[...] : body
    content += section ?? defaultSection[...]
    content += documentEnd
    return content
  }
}

extension Theme {
  fileprivate var textFontName: String {
    paragraphStyle(named: "基准")?.resolvedCharacter.font?.name ?? fonts.first?.name ?? ""
  }
}

extension [UInt8] {
  /// The content before the paragraph that ends the last section, and that section's properties; no properties where
  /// the content does not end with a section.
  fileprivate var splitAtLastSection: (body: ArraySlice<UInt8>, section: ArraySlice<UInt8>?) {
    let start = Array(SectionProperties.breakStart.utf8)
    let end = Array(SectionProperties.breakEnd.utf8)
    guard count >= start.count + end.count, self[(count - end.count)...].elementsEqual(end) else {
      return (self[...], nil)
    }
    var index = count - end.count - start.count
    while index >= 0 {
      if self[index] == start[0], self[index..<(index + start.count)].elementsEqual(start) {
        let properties = self[(index + start.count)..<(count - end.count)]
        // An empty paragraph between two tables starts alike but holds no section.
        let isSection = properties.starts(with: Array("<w:sectPr>".utf8))
        return isSection ? (self[..<index], properties) : (self[...], nil)
      }
      index -= 1
    }
    return (self[...], nil)
  }
}
