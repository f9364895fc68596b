// A dialect is a value: how a template is read, what values become, and what its tree is lowered to.

package import BatonDiagnostics

/// What a template is written in and rendered to.
package struct Dialect: Sendable {
  /// How a template's bytes become a tree.
  package enum FrontEnd: Sendable {
    /// Jinja's own: text with tags.
    case text
    /// XML with tags, of a vocabulary.
    case xml(Vocabulary)
  }

  /// Another vocabulary that some templates of a dialect are written in.
  package struct Authored: Sendable {
    package let vocabulary: Vocabulary
    /// Whether a template is written in it.
    let reads: @Sendable (Source) -> Bool
    /// Reads one.
    let read: @Sendable (Source) throws(TemplateError) -> XMLTemplate
    /// Lowers one that was checked.
    let lower: @Sendable (StructuredTemplate) -> Lowered

    package init(
      _ vocabulary: Vocabulary, reads: @escaping @Sendable (Source) -> Bool,
      read: @escaping @Sendable (Source) throws(TemplateError) -> XMLTemplate,
      lower: @escaping @Sendable (StructuredTemplate) -> Lowered
    ) {
      self.vocabulary = vocabulary
      self.reads = reads
      self.read = read
      self.lower = lower
    }
  }

  /// A lowered tree, and what is worth knowing about it.
  package struct Lowered: Sendable {
    /// Without elements.
    package var nodes: [TemplateNode]
    package var diagnostics: [Diagnostic]

    package init(nodes: [TemplateNode], diagnostics: [Diagnostic] = []) {
      self.nodes = nodes
      self.diagnostics = diagnostics
    }
  }

  package let name: String
  package let frontEnd: FrontEnd
  /// The rule of each place, by its raw value.
  private let places: [PlaceRule?]
  /// Makes a tree without elements: a transformation to another vocabulary, where there is one, included.
  private var lowering: @Sendable (StructuredTemplate) -> Lowered
  /// Whether a value that calls itself markup is what the dialect can print as it is.
  package let checksMarkup: Bool
  /// How tables are written whose columns are counted while they are printed.
  package var grid: GridMarkup?
  /// How markup among the data is printed; `nil` where it is printed as it is.
  package var markup: MarkupPrinting?
  /// What becomes of pictures; `nil` where they are addresses like others.
  package var pictures: PictureMarkup?
  /// What an id is called where it may not stay as it is, escaped; `nil` where it may.
  package var anchorName: (@Sendable (String) -> String?)?
  /// The names of the elements that are blocks where they are printed.
  package var blockNames: Set<String> = []
  /// `nil` where all templates are of one vocabulary.
  private let authored: Authored?

  package init(
    name: String, frontEnd: FrontEnd, places: [OutputPlace: PlaceRule], checksMarkup: Bool,
    authored: Authored? = nil, lowering: @escaping @Sendable (StructuredTemplate) -> Lowered
  ) {
    self.name = name
    self.frontEnd = frontEnd
    let count = places.keys.map { Int($0.rawValue) + 1 }.max() ?? 0
    self.places = (0..<count).map { places[OutputPlace(rawValue: UInt8($0))] }
    self.checksMarkup = checksMarkup
    self.authored = authored
    self.lowering = lowering
  }

  /// The dialect for templates that are prepared before they are lowered: `prepare` changes the tree, not its kinds.
  package func preparing(
    _ prepare: @escaping @Sendable ([TemplateNode]) -> [TemplateNode]
  ) -> Dialect {
    var dialect = self
    dialect.lowering = { [lowering] template in
      var template = template
      template.nodes = prepare(template.nodes)
      return lowering(template)
    }
    return dialect
  }

  /// What values become in a place; `nil` where they are printed as they are.
  package func rule(for place: OutputPlace) -> PlaceRule? {
    Int(place.rawValue) < places.count ? places[Int(place.rawValue)] : nil
  }

  /// The rules by the places' raw values; places without one print values as they are.
  var rules: [PlaceRule] { places.map { $0 ?? PlaceRule([], refusesControls: false) } }

  /// Whether values stand in places with rules of their own.
  package var isStructured: Bool { if case .xml = frontEnd { true } else { false } }

  /// Whether a template of a name is XML among XML templates: by its ending, if it has one.
  package static func isXML(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return true }
    return [".html", ".htm", ".xhtml", ".xml", ".docx", ".dotx", ".docm", ".dotm"]
      .contains(name[dot...].lowercased())
  }

  /// An XML template as it was written.
  package func read(_ source: Source, _ vocabulary: Vocabulary) throws(TemplateError) -> XMLTemplate {
    if let authored, authored.reads(source) { return try authored.read(source) }
    return try XMLTemplate(parsing: source, vocabulary: vocabulary)
  }

  /// Lowers a checked template.
  ///
  /// - Throws: All faults; warnings come with the tree.
  package func lower(_ template: StructuredTemplate) throws(TemplateError) -> Lowered {
    let lowered =
      if let authored, authored.vocabulary.name == template.vocabulary.name {
        authored.lower(template)
      } else {
        lowering(template)
      }
    if lowered.diagnostics.contains(where: { $0.severity == .error }) {
      throw TemplateError(lowered.diagnostics)
    }
    return lowered
  }
}

extension Dialect {
  /// Jinja's text templates.
  package static let text = Dialect(name: "text", frontEnd: .text, places: [:], checksMarkup: false) {
    template in
    Lowered(nodes: template.nodes)
  }

  /// XHTML templates, printed as HTML5.
  package static let xhtml = Dialect.xhtml(headMarkup: "")

  /// XHTML templates, printed as HTML5 with markup of the program's own at the beginning of `head`.
  package static func xhtml(headMarkup: String, authored: Authored? = nil) -> Dialect {
    var dialect = Dialect(
      name: "xhtml", frontEnd: .xml(.xhtml), places: markupPlaces(lineBreak: "<br>"), checksMarkup: true,
      authored: authored
    ) { template in
      var lowering = MarkupLowering(template, form: .html, headMarkup: headMarkup)
      return Lowered(nodes: lowering.lower(template), diagnostics: lowering.diagnostics)
    }
    dialect.blockNames = Vocabulary.xhtml.blockNames
    return dialect
  }

  /// XML of no known vocabulary, printed as XML.
  package static let xml = Dialect(
    name: "xml", frontEnd: .xml(.none), places: markupPlaces(lineBreak: nil), checksMarkup: true
  ) { template in
    var lowering = MarkupLowering(template, form: .xml)
    return Lowered(nodes: lowering.lower(template), diagnostics: lowering.diagnostics)
  }

  private static func markupPlaces(lineBreak: String?) -> [OutputPlace: PlaceRule] {
    let characters = PlaceRule.markupCharacters
    func attribute(_ check: PlaceRule.Check) -> PlaceRule {
      PlaceRule(characters, lineBreak: "&#10;", tab: "&#9;", check: check)
    }
    return [
      .text: PlaceRule(characters, lineBreak: lineBreak, fragments: .inline),
      .flow: PlaceRule(characters, lineBreak: lineBreak, fragments: .blocks),
      .preservedText: PlaceRule(characters, fragments: lineBreak == nil ? .blocks : .inline),
      .characters: PlaceRule(characters), .attribute: attribute(.any), .url: attribute(.url),
      .count: attribute(.integer(1...Int.max)),
      .span: attribute(.integer(1...63)),
      .measure: attribute(.integer(-100_000...100_000)),
      .headlineSize: attribute(.integer(LineFitting.headlineSizes)),
    ]
  }
}
