// The two vocabularies of a document: the page, and WordprocessingML by way of the transformation.

package import BatonTemplate

extension Dialect {
  /// XHTML templates printed as a page that needs no other file: the theme's style sheet stands in its head.
  package static func page(_ theme: Theme) -> Dialect {
    let xhtml = Dialect.xhtml(headMarkup: theme.headMarkup).preparing { $0.preparedForPage(by: theme) }
    let authored = Authored(.wordprocessingML, reads: AuthoredTemplate.reads) {
      source throws(TemplateError) in
      try AuthoredTemplate(reading: source).template
    } lower: { template in
      let (page, listed) = PageTransformation.page(of: template)
      do throws(TemplateError) {
        let lowered = try xhtml.lower(page)
        return Lowered(nodes: lowered.nodes, diagnostics: listed + lowered.diagnostics)
      } catch {
        return Lowered(nodes: [], diagnostics: listed + error.diagnostics)
      }
    }
    var dialect = Dialect.xhtml(headMarkup: theme.headMarkup, authored: authored)
      .preparing { $0.preparedForPage(by: theme) }
    dialect.pictures = .page
    return dialect
  }

  /// XHTML templates printed as WordprocessingML.
  package static func wordprocessingML(_ theme: Theme) -> Dialect {
    var dialect = Dialect(
      name: "wordprocessingML", frontEnd: .xml(.xhtml), places: wordPlaces, checksMarkup: true,
      authored: Authored(.wordprocessingML, reads: AuthoredTemplate.reads) {
        source throws(TemplateError) in
        try AuthoredTemplate(reading: source).template
      } lower: {
        AuthoredLowering.lower($0)
      }
    ) { template in
      let (nodes, diagnostics) = WordTransformation.transform(
        template.nodes, of: template.source, theme: theme
      ) { template.kind(ofFragmentAt: $0).inWord }
      return Lowered(nodes: nodes, diagnostics: diagnostics)
    }
    dialect.grid = .word(theme)
    dialect.markup = .word(theme)
    dialect.pictures = .word(theme)
    dialect.anchorName = { $0.bookmarkName }
    dialect.blockNames = ["w:p", "w:tbl"]
    return dialect
  }

  private static var wordPlaces: [OutputPlace: PlaceRule] {
    let characters = PlaceRule.markupCharacters
    func attribute(_ check: PlaceRule.Check) -> PlaceRule {
      PlaceRule(characters, lineBreak: "&#10;", tab: "&#9;", check: check)
    }
    func text(_ fragments: PlaceRule.Fragments) -> PlaceRule {
      PlaceRule(
        characters, lineBreak: textEnd + "<w:br/>" + textStart, tab: textEnd + "<w:tab/>" + textStart,
        fragments: fragments)
    }
    return [
      // Within `w:t`; what is known to print a fragment stands outside of runs.
      .text: text(.characters), .flow: text(.blocks),
      .preservedText: PlaceRule(characters), .attribute: attribute(.any),
      .count: attribute(.integer(1...Int.max)), .measure: attribute(.integer(-100_000...100_000)),
      .headlineSize: attribute(.integer(LineFitting.headlineSizes)),
    ]
  }
}

extension Theme {
  /// What stands at the beginning of a page's head.
  fileprivate var headMarkup: String {
    #"<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">"#
      + "<style>\n\(styleSheet)</style>"
  }
}

extension Kind {
  /// The kind as the transformation knows it.
  fileprivate var inWord: ContentKind {
    switch self {
    case .nothing, .head: .nothing
    case .text: .text
    case .inline: .inline
    case .block, .page, .margin, .any: .block
    case .item: .item
    case .row: .row
    case .cell: .cell
    case .column: .column
    case .tablePart: .caption
    }
  }
}
