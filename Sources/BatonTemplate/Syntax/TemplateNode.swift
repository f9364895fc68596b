// The template tree. A text template is a tree without elements; an XML template is lifted (TEMPLATES §4)
// until its blocks cover whole sibling nodes, and stays a tree until it is compiled.

package import BatonDiagnostics

/// A node of the template tree.
package indirect enum TemplateNode: Sendable {
  case element(Element)
  case text(Text)
  case output(Output)
  case block(Block)
  case tag(Tag)
  case instruction(Instruction)

  /// An element. Names are qualified as written; the dialect knows them by namespace and local name.
  package struct Element: Sendable {
    package var name: String
    package var namespace: String
    package var attributes: [Attribute]
    /// Elements that belong to the element as its attributes do, and go with each half where it is cut: `w:pPr`.
    package var properties: [Element] = []
    package var children: [TemplateNode]
    /// The whole element, and its start tag.
    package var range: SourceRange
    package var startTagRange: SourceRange

    package init(
      name: String, namespace: String, attributes: [Attribute] = [], children: [TemplateNode] = [],
      range: SourceRange, startTagRange: SourceRange
    ) {
      self.name = name
      self.namespace = namespace
      self.attributes = attributes
      self.children = children
      self.range = range
      self.startTagRange = startTagRange
    }

    /// The name without its prefix.
    package var localName: Substring { name.split(separator: ":", maxSplits: 1).last ?? "" }
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
