// From a part of a Word template to a tree with tags: names in one form, runs joined where tags need it, insertions
// taken, deletions and everything that tells of the template's authors left behind.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// Reads the parts of one template into one transcript.
struct PartReader {
  private var tree: XMLTree
  private var finder = TagFinder()
  private var text = ParagraphText()
  private(set) var transcript = Transcript()
  private(set) var faults: [Diagnostic.Fault] = []
  /// Whether a part held a tag.
  private var hasTags = false
  /// Where the paragraph stands whose runs are being read: its line is written before them.
  private var here: Int?
  /// The notes of the template by the name of their reference and their id, each to be read where it is referred to.
  private let notes: [Note: (element: XMLTree.Element, tree: XMLTree)]

  /// A note as references name it.
  struct Note: Hashable {
    /// `footnoteReference` or `endnoteReference`.
    let reference: String
    let id: String
  }

  init(_ tree: XMLTree, notes: [Note: (element: XMLTree.Element, tree: XMLTree)]) {
    self.tree = tree
    self.notes = notes
  }

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - tree: The part.
  ///   - label: What the reader calls it; empty for the body.
  /// - Returns: Its root, and whether there is a tag in it.
  mutating func read(_ tree: XMLTree, label: String) -> (root: WrittenNode, hasTags: Bool)? {
    guard let root = tree.root else { return nil }
    self.tree = tree
    finder = TagFinder()
    hasTags = false
    transcript.beginStory(label)
    defer { transcript.endStory() }
    guard let node = nodes(from: .element(root), in: .block).first else { return nil }
    return (node, hasTags)
  }

  /// The root of a part of notes with the separators alone.
  mutating func readSeparators(_ tree: XMLTree) -> WrittenNode? {
    guard let root = tree.root else { return nil }
    self.tree = tree
    transcript.beginStory("脚注")
    defer { transcript.endStory() }
    var children: [WrittenNode] = []
    for case .element(let note) in root.children where tree.value(of: note, word: "type") != nil {
      children.append(container(note, .block))
    }
    return .element(converted(root), children)
  }

  // MARK: Elements

  /// What stands around: it decides what a content control holds.
  private enum Surroundings { case block, inline, table, row }

  private mutating func nodes(from node: XMLTree.Node, in place: Surroundings) -> [WrittenNode] {
    switch node {
    case .comment, .instruction: return []
    case .text(let text):
      let characters = tree.characters(of: text)
      if characters.isSpace { return [] }
      let here = SourceRange(transcript.end, transcript.end)
      return [.text(.init(characters, range: here))]
    case .element(let element):
      return element.isWord ? wordNodes(from: element, in: place) : [other(element, place)]
    }
  }

  private mutating func children(of element: XMLTree.Element, in place: Surroundings) -> [WrittenNode] {
    element.children.flatMap { nodes(from: $0, in: place) }
  }

  private mutating func wordNodes(from element: XMLTree.Element, in place: Surroundings) -> [WrittenNode] {
    let name = element.localName
    if Revisions.isDropped(name) { return [] }
    if Revisions.isUnwrapped(name) { return children(of: element, in: place) }
    switch name {
    case "p": return [paragraph(element)]
    case "r": return run(element)
    case "sdt": return [control(element, place)]
    case "tbl": return [container(element, .table)]
    case "tr": return element.hasProperty("trPr", "del") ? [] : [container(element, .row)]
    case "bookmarkStart" where tree.value(of: element, word: "name") == "_GoBack": return []
    case "txbxContent": return [story(element, "文本框")]
    case "footnoteReference", "endnoteReference": return [reference(element)]
    case "hyperlink", "fldSimple", "bdo", "dir": return [container(element, .inline)]
    default: return [container(element, place == .inline ? .inline : .block)]
    }
  }

  private mutating func story(_ element: XMLTree.Element, _ label: String) -> WrittenNode {
    transcript.beginStory(label)
    let outerPlace = here
    here = nil
    defer {
      here = outerPlace
      transcript.endStory()
    }
    return container(element, .block)
  }

  /// The reference to a note holds the note, as if it were written there.
  private mutating func reference(_ element: XMLTree.Element) -> WrittenNode {
    let converted = self.converted(element)
    let id = tree.value(of: element, word: "id") ?? ""
    guard let note = notes[Note(reference: element.localName, id: id)] else { return .element(converted, []) }
    let outer = (tree, finder)
    (tree, finder) = (note.tree, TagFinder())
    defer { (tree, finder) = outer }
    let label = element.localName == "footnoteReference" ? "脚注" : "尾注"
    return .element(converted, [story(note.element, label)])
  }

  /// An element whose properties are told from its content.
  private mutating func container(_ element: XMLTree.Element, _ place: Surroundings) -> WrittenNode {
    let start = transcript.end
    var converted = self.converted(element)
    var children: [WrittenNode] = []
    for child in element.children {
      if case .element(let property) = child, property.isWord, Self.propertyNames.contains(property.localName)
      {
        if let kept = properties(property) { converted.properties.append(kept) }
      } else {
        children += nodes(from: child, in: place)
      }
    }
    if place == .block { children = children.joiningParagraphs }
    if here == nil { converted.range = SourceRange(start, transcript.end) }
    return .element(converted, children)
  }

  private static let propertyNames: Set<String> = [
    "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "rPr", "pPr",
  ]

  /// An element of another vocabulary, kept as it is; Word's own elements in it are read as such.
  private mutating func other(_ element: XMLTree.Element, _ place: Surroundings) -> WrittenNode {
    var converted = self.converted(element)
    let start = transcript.end
    let children = children(of: element, in: place)
    converted.range = SourceRange(start, transcript.end)
    return .element(converted, children)
  }

  private func properties(_ element: XMLTree.Element) -> TemplateNode.Element? {
    if Revisions.isDropped(element.localName) || Revisions.isMark(element.localName) { return nil }
    var converted = self.converted(element)
    for case .element(let child) in element.children {
      if let child = properties(child) { converted.children.append(.element(child)) }
    }
    return converted
  }

  /// An element without content. Names of WordprocessingML get the prefix `w`; what identifies editing sessions is
  /// left out.
  private func converted(_ element: XMLTree.Element) -> TemplateNode.Element {
    let place = self.here ?? transcript.end
    let here = SourceRange(place, place)
    var attributes = element.declarations.map { declaration in
      TemplateNode.Attribute(
        name: declaration.prefix.isEmpty ? "xmlns" : "xmlns:\(declaration.prefix)", namespace: "",
        value: [.text(.init(declaration.namespace, range: here))], range: here)
    }
    for attribute in element.attributes {
      let isWord = attribute.namespace.isWordNamespace
      if isWord, attribute.localName.hasPrefix("rsid") { continue }
      attributes.append(
        .init(
          name: isWord ? "w:\(attribute.localName)" : attribute.name, namespace: attribute.namespace,
          value: [.text(.init(tree.characters(of: attribute.value), range: here))], range: here))
    }
    return TemplateNode.Element(
      name: element.isWord ? "w:\(element.localName)" : element.name,
      namespace: element.isWord ? Namespace.wordprocessingML : element.namespace, attributes: attributes,
      range: here, startTagRange: here)
  }

  private mutating func control(_ element: XMLTree.Element, _ place: Surroundings) -> WrittenNode {
    let start = transcript.end
    var converted = self.converted(element)
    var content: [WrittenNode] = []
    for case .element(let child) in element.children {
      switch child.localName {
      case "sdtContent":
        content = children(of: child, in: place)
        if place == .block { content = content.joiningParagraphs }
      default: if let kept = properties(child) { converted.properties.append(kept) }
      }
    }
    converted.range = SourceRange(start, transcript.end)
    let kind: ControlContent =
      switch place {
      case .block: .block
      case .inline: .inline
      case .table: .row
      case .row: .cell
      }
    converted.setMark("content", kind.rawValue)
    return .element(converted, content)
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: XMLTree.Element) -> WrittenNode {
    let outer = text
    text = ParagraphText()
    collect(element.children)
    let start = transcript.end
    text.read(&finder, into: &transcript)
    faults += text.diagnostics
    let end = transcript.end - 1
    let outerPlace = here
    here = start
    let node = container(element, .inline)
    here = outerPlace
    text = outer
    guard case .element(var converted, let children) = node else { return node }
    converted.range = SourceRange(start, end)
    converted.startTagRange = SourceRange(start, end)
    if element.children.contains(where: { $0.isDeletedMark }) { converted.setMark("joins", "next") }
    return .element(converted, children)
  }

  /// The characters of the paragraph itself, in the order in which its runs are read afterwards.
  private mutating func collect(_ nodes: [XMLTree.Node]) {
    for case .element(let element) in nodes {
      guard element.isWord else {
        text.addBarrier()
        continue
      }
      let name = element.localName
      if Revisions.isDropped(name) { continue }
      switch name {
      case "r": collectRun(element)
      case "pPr", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd": continue
      case "hyperlink", "fldSimple", "bdo", "dir", "sdt", "sdtContent": collect(element.children)
      case _ where Revisions.isUnwrapped(name): collect(element.children)
      default: text.addBarrier()
      }
    }
  }

  private mutating func collectRun(_ run: XMLTree.Element) {
    let isHidden = run.isHidden(in: tree)
    for case .element(let element) in run.children {
      guard element.isWord else {
        text.addBarrier()
        continue
      }
      let key = element.startTagRange.start
      switch element.localName {
      case "t": text.add(text: characters(of: element), element: key, isHidden: isHidden)
      case "instrText":
        let code = characters(of: element)
        // Codes are not read aloud; only those with tags in them matter.
        if code.utf8.contains(UInt8(ascii: "{")) { text.add(text: code, element: key, isHidden: false) }
      case "tab", "br", "cr", "ptab": text.addGap(" ", element: key)
      case "noBreakHyphen": text.addGap("-", element: key)
      case "softHyphen": text.addGap("\u{AD}", element: key)
      case "rPr", "lastRenderedPageBreak", "delText", "delInstrText", "annotationRef", "commentReference":
        continue
      default: text.addBarrier()
      }
    }
  }

  /// The characters of `w:t`: without `xml:space` Word drops the spaces at the ends.
  private func characters(of element: XMLTree.Element) -> String {
    var characters = ""
    for case .text(let text) in element.children { characters += tree.characters(of: text) }
    if tree.value(of: "xml:space", in: element) == "preserve" { return characters }
    return String(characters.drop(while: \.isXMLSpace).reversed().drop(while: \.isXMLSpace).reversed())
  }

  private mutating func run(_ element: XMLTree.Element) -> [WrittenNode] {
    var converted = self.converted(element)
    let here = Int(converted.range.start)
    var children: [WrittenNode] = []
    for case .element(let child) in element.children {
      let key = child.startTagRange.start
      guard child.isWord else {
        children.append(other(child, .inline))
        continue
      }
      switch child.localName {
      case "rPr": if let kept = properties(child) { converted.properties.append(kept) }
      case "t": children += pieces(of: key)
      case "instrText":
        var code = self.converted(child)
        code.attributes.removeAll { $0.name == "xml:space" }
        let found = pieces(of: key)
        let plain = WrittenNode.text(.init(characters(of: child), range: SourceRange(here, here)))
        children.append(.element(code, found.isEmpty ? [plain] : found))
      case "delText", "delInstrText", "annotationRef", "commentReference", "lastRenderedPageBreak": continue
      case _ where text.swallowed.contains(key): continue
      default: children += wordNodes(from: child, in: .inline)
      }
    }
    if let first = children.first?.range, let last = children.last?.range {
      converted.range = first.through(last)
      converted.startTagRange = converted.range
    }
    // An empty run shows nothing, and would only stand in the way of tags.
    return children.isEmpty ? [] : [.element(converted, children)]
  }

  private mutating func pieces(of key: UInt32) -> [WrittenNode] {
    (text.pieces[key] ?? []).map { piece in
      switch piece {
      case .text(let text): return .text(text)
      case .tag(let tag):
        hasTags = true
        return .tag(tag)
      }
    }
  }
}

// MARK: Helpers of the reader

extension WrittenNode {
  fileprivate var range: SourceRange {
    switch self {
    case .element(let element, _): element.range
    case .text(let text): text.range
    case .tag(let tag): tag.range
    }
  }
}

extension XMLTree {
  /// The value of an attribute of WordprocessingML by its local name.
  func value(of element: Element, word name: String) -> String? {
    element.attributes.first { $0.localName == name && $0.namespace.isWordNamespace }
      .map { characters(of: $0.value) }
  }
}

extension XMLTree.Element {
  /// Whether it is of WordprocessingML, transitional or strict.
  var isWord: Bool { namespace.isWordNamespace }

  fileprivate func word(_ name: String) -> XMLTree.Element? {
    for case .element(let child) in children where child.isWord && child.localName == name { return child }
    return nil
  }

  fileprivate func hasProperty(_ properties: String, _ name: String) -> Bool {
    word(properties)?.word(name) != nil
  }

  /// A run that Word does not show.
  fileprivate func isHidden(in tree: XMLTree) -> Bool {
    guard let vanish = word("rPr")?.word("vanish") else { return false }
    return !["0", "false", "off"].contains(tree.value(of: vanish, word: "val") ?? "1")
  }
}

extension XMLTree.Node {
  /// Paragraph properties of a paragraph whose end was deleted.
  fileprivate var isDeletedMark: Bool {
    guard case .element(let element) = self, element.isWord, element.localName == "pPr" else { return false }
    return element.hasProperty("rPr", "del")
  }
}

extension String {
  fileprivate var isWordNamespace: Bool {
    self == Namespace.wordprocessingML || self == "http://purl.oclc.org/ooxml/wordprocessingml/main"
  }

  fileprivate var isSpace: Bool { utf8.allSatisfy { $0 == 32 || (9...13).contains($0) } }
}

extension Character {
  fileprivate var isXMLSpace: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
  }
}
