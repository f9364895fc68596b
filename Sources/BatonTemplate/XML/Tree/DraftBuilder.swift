// From parsed XML and the tags found beside it to a draft: text is cut where tags stand, tags are parsed,
// and `{%-` takes its white space.

import BatonDiagnostics
import BatonXML

/// Builds the draft of one template.
struct DraftBuilder {
  private let tree: XMLTree
  private let source: Source
  private let vocabulary: Vocabulary
  private let tags: [FoundTag]
  private(set) var draft = Draft()
  private(set) var diagnostics: [Diagnostic] = []
  /// The tags that take an element's place.
  private var levelled: [(node: Int, level: String)] = []

  init(_ tree: XMLTree, tags: [FoundTag], vocabulary: Vocabulary) {
    self.tree = tree
    source = tree.source
    self.tags = tags
    self.vocabulary = vocabulary
    add(tree.children, to: Draft.root)
    matchStatements()
    // Where a tag is wrong the rest would only follow from it.
    if diagnostics.isEmpty, !levelled.isEmpty {
      diagnostics = draft.replaceElements(levelled, vocabulary, in: source)
    }
  }

  private mutating func add(_ nodes: [XMLTree.Node], to parent: Int) {
    var trimsNext = false
    for node in nodes {
      switch node {
      case .comment, .instruction: continue
      case .text(let text): addPieces(of: text, to: parent, &trimsNext)
      case .element(let element):
        trimsNext = false
        let attributes = element.attributes.map { attribute($0) }
        let converted = TemplateNode.Element(
          name: element.name, namespace: element.namespace.isEmpty ? vocabulary.namespace : element.namespace,
          attributes: declarations(of: element) + attributes, range: element.range,
          startTagRange: element.startTagRange)
        let (known, rule) = vocabulary.known(converted)
        let node = draft.append(.element(known, rule), to: parent)
        add(element.children, to: node)
      }
    }
  }

  /// Namespace declarations are attributes again where they are printed; XHTML's own is not repeated.
  private func declarations(of element: XMLTree.Element) -> [TemplateNode.Attribute] {
    element.declarations.map { declaration in
      TemplateNode.Attribute(
        name: declaration.prefix.isEmpty ? "xmlns" : "xmlns:\(declaration.prefix)", namespace: "",
        value: [.text(.init(declaration.namespace, range: element.startTagRange))],
        range: element.startTagRange)
    }
  }

  // MARK: Text and tags

  private mutating func addPieces(of text: XMLTree.Text, to parent: Int, _ trimsNext: inout Bool) {
    for piece in pieces(of: text) {
      switch piece {
      case .text(var run):
        if trimsNext { run.characters = String(run.characters.drop(while: \.isTemplateSpace)) }
        if run.characters.isEmpty { continue }
        trimsNext = false
        _ = draft.append(.text(run), to: parent)
      case .tag(let tag):
        if tag.trimsBefore { draft.trimEnd(of: parent) }
        trimsNext = tag.trimsAfter
        for content in contents(of: tag) {
          let node = draft.append(content, to: parent)
          guard case .tag = content else { continue }
          draft.tags.append(node)
          if let level = level(of: tag) { levelled.append((node, level)) }
        }
      }
    }
  }

  private enum Piece {
    case text(TemplateNode.Text)
    case tag(FoundTag)
  }

  /// The characters and tags of a stretch of character data.
  private func pieces(of text: XMLTree.Text) -> [Piece] {
    var pieces: [Piece] = []
    var start = text.range.start
    func addText(upTo end: UInt32) {
      guard start < end else { return }
      let range = SourceRange(start, end)
      let characters = tree.characters(of: XMLTree.Text(range: range, isLiteral: text.isLiteral))
      pieces.append(.text(.init(characters, range: range)))
    }
    if !text.isLiteral {
      var index = tags.firstIndex(at: text.range.start)
      while index < tags.count, tags[index].range.start < text.range.end {
        addText(upTo: tags[index].range.start)
        pieces.append(.tag(tags[index]))
        start = tags[index].range.end
        index += 1
      }
    }
    addText(upTo: text.range.end)
    return pieces
  }

  /// What a tag is in the tree: one node, or an output for each value of `{% print %}`.
  private mutating func contents(of tag: FoundTag) -> [Draft.Content] {
    do {
      switch tag.kind {
      case .comment:
        return [.tag(DraftTag(head: nil, range: tag.range, role: .comment))]
      case .output:
        let expression = try TagContentParser.expression(in: inside(tag))
        return [.output(.init(expression, range: tag.range, place: .text))]
      case .statement:
        let content = inside(tag)
        let head = try TagContentParser.head(in: content.dropping(level(of: tag)?.utf8.count ?? 0))
        if case .print(let values) = head {
          return values.map { .output(.init($0, range: tag.range, place: .text)) }
        }
        return [.tag(DraftTag(head: head, range: tag.range, role: head.role))]
      }
    } catch {
      diagnostics += error.diagnostics
      return []
    }
  }

  /// The level of docxtpl's `{%tr for … %}`; no statement has such a name.
  private func level(of tag: FoundTag) -> String? {
    guard tag.kind == .statement, vocabulary.name == Vocabulary.xhtml.name else { return nil }
    let start = Int(tag.content.start)
    for level in ["tr", "tc", "p", "r"] as [StaticString] where source.bytes.has(level, at: start) {
      let end = start + level.utf8CodeUnitCount
      if end < Int(tag.content.end), TagMask.isSpace(source.bytes[end]) { return "\(level)" }
    }
    return nil
  }

  private func inside(_ tag: FoundTag) -> TagContent {
    if !source.bytes.holdsReference(in: tag.content) { return TagContent(source, tag.content) }
    let decoded = DecodedText(of: source.bytes, in: tag.content)
    return TagContent(source, decoded: decoded.bytes, sourceOffsets: decoded.writtenOffsets)
  }

  // MARK: Attributes

  /// An attribute's value is folded at once: its tags have no business outside.
  private mutating func attribute(_ attribute: XMLTree.Attribute) -> TemplateNode.Attribute {
    var value: [TemplateNode] = []
    if tags.isEmpty || !tags.hasTag(in: attribute.value.range) {
      let characters = tree.characters(of: attribute.value)
      if !characters.isEmpty { value = [.text(.init(characters, range: attribute.value.range))] }
    } else {
      var builder = DraftBuilder(value: attribute.value, tree, tags: tags, vocabulary: vocabulary)
      builder.matchStatements()
      diagnostics += builder.diagnostics
      if builder.diagnostics.isEmpty {
        var folding = Folding(builder.draft, source: source)
        value = folding.fold()
        diagnostics += folding.diagnostics
        checkValue(value, of: attribute)
      }
    }
    return TemplateNode.Attribute(
      name: attribute.name, namespace: attribute.namespace, value: value, range: attribute.range)
  }

  private init(value: XMLTree.Text, _ tree: XMLTree, tags: [FoundTag], vocabulary: Vocabulary) {
    self.tree = tree
    source = tree.source
    self.tags = tags
    self.vocabulary = vocabulary
    var trimsNext = false
    addPieces(of: value, to: Draft.root, &trimsNext)
  }

  /// Only `if` and `for` may stand in a value.
  private mutating func checkValue(_ nodes: [TemplateNode], of attribute: XMLTree.Attribute) {
    for node in nodes {
      switch node {
      case .block(let block):
        switch block.clauses[0].head {
        case .if, .for, .raw: for clause in block.clauses { checkValue(clause.body, of: attribute) }
        default: refuseInValue(block.clauses[0].head, block.clauses[0].headRange, attribute)
        }
      case .tag(let tag): refuseInValue(tag.head, tag.range, attribute)
      case .element, .text, .output, .instruction: continue
      }
    }
  }

  private mutating func refuseInValue(_ head: TagHead, _ range: SourceRange, _ attribute: XMLTree.Attribute) {
    diagnostics.append(
      Diagnostic(
        "tag-in-attribute", .error, "属性「\(attribute.name)」的值里不能有「{% \(head.keyword) %}」",
        at: .range(source, range), help: "属性值里只能有文字、「{{ … }}」「{% if %}」和「{% for %}」"))
  }

  // MARK: Statements

  /// Says of each tag which statement it belongs to.
  private mutating func matchStatements() {
    let found = draft.matchStatements(in: source)
    // A tag that could not be read is missing here: what follows from that is no fault of its own.
    if diagnostics.isEmpty { diagnostics = found }
  }
}

extension [FoundTag] {
  /// The first tag that begins at or after an offset.
  fileprivate func firstIndex(at offset: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate func hasTag(in range: SourceRange) -> Bool {
    let index = firstIndex(at: range.start)
    return index < count && self[index].range.start < range.end
  }
}

extension TagHead {
  /// What a tag is in its statement.
  var role: DraftTag.Role {
    switch self {
    case .elif, .else: .clause
    case .end: .end
    default: opensBlock ? .opener : .single
    }
  }
}
