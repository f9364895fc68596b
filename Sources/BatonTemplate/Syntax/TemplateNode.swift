// The template tree. A text template is a tree without elements; an XML template is lifted (TEMPLATES §4)
// until its blocks cover whole sibling nodes, and stays a tree until it is compiled.

package import BatonDiagnostics

/// A node of the template tree.
package enum TemplateNode: Sendable {
  case element(Element)
  case text(Text)
  case output(Output)
  case block(Block)
  case tag(Tag)
  case instruction(Instruction)

  /// An element. Names are qualified as written; the dialect knows them by namespace and local name.
  ///
  /// Trees are walked and made anew many times while a template is compiled: an element is one counted word.
  package struct Element: Sendable {
    /// What is known of an element, in an array of one: copied when it is changed, and not before.
    private var fields: [Fields]

    private struct Fields: Sendable {
      var name: String
      var namespace: String
      var attributes: [Attribute]
      var properties: [Element] = []
      var children: [TemplateNode]
      var range: SourceRange
      var startTagRange: SourceRange
      /// The rule that a vocabulary gave it, until something changes that it depends on.
      var known: (vocabulary: Vocabulary.Identity, rule: ElementRule)?
    }

    package var name: String {
      get { fields[0].name }
      set {
        fields[0].name = newValue
        fields[0].known = nil
      }
    }
    package var namespace: String {
      get { fields[0].namespace }
      set {
        fields[0].namespace = newValue
        fields[0].known = nil
      }
    }
    package var attributes: [Attribute] {
      get { fields[0].attributes }
      set {
        fields[0].attributes = newValue
        fields[0].known = nil
      }
      _modify {
        fields[0].known = nil
        yield &fields[0].attributes
      }
    }
    /// Elements that belong to the element as its attributes do, and go with each half where it is cut: `w:pPr`.
    package var properties: [Element] {
      get { fields[0].properties }
      set {
        fields[0].properties = newValue
        fields[0].known = nil
      }
    }
    package var children: [TemplateNode] {
      get { fields[0].children }
      set { fields[0].children = newValue }
      _modify { yield &fields[0].children }
    }
    /// The whole element, and its start tag.
    package var range: SourceRange {
      get { fields[0].range }
      set { fields[0].range = newValue }
    }
    package var startTagRange: SourceRange {
      get { fields[0].startTagRange }
      set { fields[0].startTagRange = newValue }
    }

    package init(
      name: String, namespace: String, attributes: [Attribute] = [], children: [TemplateNode] = [],
      range: SourceRange, startTagRange: SourceRange
    ) {
      fields = [
        Fields(
          name: name, namespace: namespace, attributes: attributes, children: children, range: range,
          startTagRange: startTagRange)
      ]
    }

    /// The name without its prefix.
    package var localName: Substring {
      let name = name
      guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name[...] }
      return name[name.utf8.index(after: colon)...]
    }

    /// The rule that a vocabulary has for it, where it was asked before.
    func knownRule(in vocabulary: Vocabulary.Identity) -> ElementRule? {
      guard let known = fields[0].known, known.vocabulary == vocabulary else { return nil }
      return known.rule
    }

    /// Keeps the rule that a vocabulary has for it.
    mutating func keep(_ rule: ElementRule, of vocabulary: Vocabulary.Identity) {
      fields[0].known = (vocabulary, rule)
    }
  }

  package struct Attribute: Sendable {
    package var name: String
    package var namespace: String
    /// Text, outputs and `if`/`for` blocks, all of kind text.
    package var value: [TemplateNode]
    package var range: SourceRange

    package init(name: String, namespace: String, value: [TemplateNode], range: SourceRange) {
      self.name = name
      self.namespace = namespace
      self.value = value
      self.range = range
    }
  }

  /// Characters as they are meant: entities resolved, not yet escaped.
  package struct Text: Sendable {
    package var characters: String
    package var range: SourceRange
    /// Copied to the output without escaping: text templates, and markup made by a lowering.
    package var isVerbatim: Bool

    package init(_ characters: String, range: SourceRange, isVerbatim: Bool = false) {
      self.characters = characters
      self.range = range
      self.isVerbatim = isVerbatim
    }
  }

  /// `{{ expression }}`
  package struct Output: Sendable {
    package var expression: Expression
    package var range: SourceRange
    /// What its value becomes where it stands.
    package var place: OutputPlace
    /// What is known of the place, should the value be markup.
    package var markup: MarkupPlace?

    package init(_ expression: Expression, range: SourceRange, place: OutputPlace = .plain) {
      self.expression = expression
      self.range = range
      self.place = place
    }
  }

  /// One statement with its clauses: `if`/`elif`/`else`, `for`/`else`, and the statements with a body.
  package struct Block: Sendable {
    package struct Clause: Sendable {
      package var head: TagHead
      package var headRange: SourceRange
      package var body: [TemplateNode]

      package init(head: TagHead, headRange: SourceRange, body: [TemplateNode]) {
        self.head = head
        self.headRange = headRange
        self.body = body
      }
    }

    /// At least one; the first holds the opener.
    package var clauses: [Clause]
    package var range: SourceRange

    package init(clauses: [Clause], range: SourceRange) {
      self.clauses = clauses
      self.range = range
    }
  }

  /// A statement without a body.
  package struct Tag: Sendable {
    package var head: TagHead
    package var range: SourceRange

    package init(_ head: TagHead, range: SourceRange) {
      self.head = head
      self.range = range
    }
  }
}
