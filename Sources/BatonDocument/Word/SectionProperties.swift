// `w:sectPr`: the paper and the margins of a section, and which headers and footers it has.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The properties of a section (ECMA-376-1 §17.6.17).
struct SectionProperties {
  /// Which pages a header or footer is for.
  enum Variant: String, CaseIterable {
    case `default`, first, even

    var headerStream: StreamName { StreamName("header-\(rawValue)") }
    var footerStream: StreamName { StreamName("footer-\(rawValue)") }
  }

  /// What a section brings itself.
  struct References {
    var headers: Set<Variant> = []
    var footers: Set<Variant> = []
  }

  let page: Theme.Page
  let isLandscape: Bool
  let theme: Theme

  /// The whole element. A section without a footer of its own has the standard's page numbers, save on a first page
  /// that has one; a first page whose header alone is its own keeps the footer of the others, and the reverse.
  func nodes(_ references: References, _ range: SourceRange) -> LoweredNodes {
    let hasFirst = references.headers.union(references.footers).contains(.first)
    var lowered = LoweredNodes()
    lowered.markup("<w:sectPr>", range)
    for variant in Variant.allCases {
      if let source = references.headers.source(for: variant, hasFirst: hasFirst) {
        lowered.append(reference("w:headerReference", variant, to: source.headerStream, range))
      }
    }
    for variant in Variant.allCases {
      if let source = references.footers.source(for: variant, hasFirst: hasFirst) {
        lowered.append(reference("w:footerReference", variant, to: source.footerStream, range))
      }
    }
    if references.footers.isDisjoint(with: [.default, .even]) {
      let showsNumberOnFirst = hasFirst && !references.footers.contains(.first)
      lowered.markup(pageNumberReferences(onFirst: showsNumberOnFirst).map(\.text).joined(), range)
    }
    lowered.markup(paper(hasFirst: hasFirst), range)
    lowered.markup("</w:sectPr>", range)
    return lowered
  }

  /// The element of a section without headers or footers of its own.
  var text: String {
    "<w:sectPr>" + pageNumberReferences(onFirst: false).map(\.text).joined() + paper(hasFirst: false)
      + "</w:sectPr>"
  }

  /// The element in a paragraph that ends the section.
  func breakParagraph(_ references: References, _ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(Self.breakStart, range)
    lowered.append(nodes(references, range))
    lowered.markup(Self.breakEnd, range)
    return lowered
  }

  /// What stands before and behind the properties in the paragraph that ends a section.
  static let breakStart =
    #"<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="14" w:lineRule="exact"/>"#
  static let breakEnd = "</w:pPr></w:p>"

  private func reference(
    _ name: String, _ variant: Variant, to stream: StreamName, _ range: SourceRange
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<\(name) w:type=\"\(variant.rawValue)\" r:id=\"", range)
    lowered.append(.relationshipToStream(stream))
    lowered.markup("\"/>", range)
    return lowered
  }

  /// The footers 「— 1 —」 that every package has. A first page of its own kind is taken to be an odd one.
  private func pageNumberReferences(onFirst: Bool) -> [Markup] {
    let variants = [("default", false), ("even", true)] + (onFirst ? [("first", false)] : [])
    return variants.map { variant, isEven in
      let footer = PageNumberFooter(isEven: isEven, isLandscape: isLandscape)
      return Markup("w:footerReference", ["w:type": variant, "r:id": footer.relationshipID])
    }
  }

  private func paper(hasFirst: Bool) -> String {
    [
      Markup.value("w:type", "nextPage"),
      Markup(
        "w:pgSz",
        [
          "w:w": "\(page.width.twips)", "w:h": "\(page.height.twips)",
          "w:orient": isLandscape ? "landscape" : nil,
        ]),
      Markup(
        "w:pgMar",
        [
          "w:top": "\(page.top.twips)", "w:right": "\(page.outside.twips)",
          "w:bottom": "\(page.bottom.twips)",
          "w:left": "\(page.inside.twips)", "w:header": "\(page.headerDistance.twips)",
          "w:footer": "\(page.footerDistance.twips)", "w:gutter": "0",
        ]),
      Markup("w:cols", ["w:space": "425"]),
      hasFirst ? Markup("w:titlePg") : nil,
      Markup("w:docGrid", ["w:type": "lines", "w:linePitch": "\(theme.lineHeight.twips)"]),
    ].compactMap { $0?.text }.joined()
  }
}

extension Set<SectionProperties.Variant> {
  /// The variant that serves pages of a variant: even pages, and a first page that is apart, have the default one
  /// where they have none of their own.
  fileprivate func source(
    for variant: SectionProperties.Variant, hasFirst: Bool
  ) -> SectionProperties.Variant? {
    if contains(variant) { return variant }
    let isServed = variant == .even || variant == .first && hasFirst
    return isServed && contains(.default) ? .default : nil
  }
}
