// Places that Word wants a paragraph in, whatever a template printed: cells, headers, notes, text boxes
// (TEMPLATES §10).

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension AuthoredLowering {
  /// A container that is given an empty paragraph where it would have none.
  mutating func holdingParagraph(_ element: TemplateNode.Element) -> LoweredNodes {
    let (open, close) = ends(of: element)
    var inside = flow(element.children)
    let range = element.range
    if !element.children.contains(where: { $0.isLastingParagraph }) {
      var fallback = LoweredNodes()
      fallback.markup("<w:p/>", range)
      let body = inside
      inside = LoweredNodes()
      inside.append(.orElse(body: body.nodes, fallback: fallback.nodes))
    }
    if element.children.endsWithTable { inside.markup("<w:p/>", range) }
    var lowered = open
    lowered.append(inside)
    lowered.append(close)
    return lowered
  }

  /// A note, written to its part where it is referred to, and the reference with the note's new number.
  mutating func note(_ element: TemplateNode.Element) -> LoweredNodes {
    guard case .element(let note)? = element.children.first else { return plain(element) }
    let isFootnote = element.isWord("footnoteReference")
    let counter = isFootnote ? CounterName.footnote : CounterName("endnote")
    var body = LoweredNodes()
    body.markup("<\(note.name)", note.range)
    for attribute in note.attributes where attribute.name != "w:id" {
      body.append(self.attribute(attribute))
    }
    body.markup(" w:id=\"", note.range)
    body.append(.nextNumber(counter))
    body.markup("\">", note.range)
    let inside = flow(note.children)
    if note.children.contains(where: { $0.isLastingParagraph }) {
      body.append(inside)
    } else {
      var fallback = LoweredNodes()
      fallback.markup("<w:p/>", note.range)
      body.append(.orElse(body: inside.nodes, fallback: fallback.nodes))
    }
    body.markup("</\(note.name)>", note.range)
    var lowered = LoweredNodes()
    lowered.append(
      .stream(isFootnote ? .footnotes : .endnotes, isNew: false, body: body.nodes))
    lowered.markup("<\(element.name)", element.range)
    for attribute in element.attributes where attribute.name != "w:id" {
      lowered.append(self.attribute(attribute))
    }
    lowered.markup(" w:id=\"", element.range)
    lowered.append(.lastNumber(counter, offset: 0))
    lowered.markup("\"/>", element.range)
    return lowered
  }
}

extension StreamName {
  /// The endnotes that were referred to, behind the part's separators.
  static let endnotes = StreamName("endnotes")
}

extension TemplateNode {
  /// A paragraph that is printed whatever the data.
  fileprivate var isLastingParagraph: Bool {
    guard case .element(let element) = self else { return false }
    if element.isWord("sdt") { return element.children.contains { $0.isLastingParagraph } }
    return element.isWord("p") && !element.vanishes
  }
}

extension TemplateNode.Element {
  /// A paragraph that is not there where its statements print nothing.
  var vanishes: Bool {
    !children.isEmpty
      && children.allSatisfy { child in
        switch child {
        case .block, .tag: true
        case .element(let element):
          element.isWord("r")
            && element.children.allSatisfy { if case .block = $0 { true } else { false } }
        case .text, .output, .instruction: false
        }
      }
  }
}

extension [TemplateNode] {
  /// Whether the last thing printed may be a table: Word wants a paragraph behind it.
  fileprivate var endsWithTable: Bool {
    for node in reversed() {
      switch node {
      case .element(let element): return element.isWord("tbl")
      case .block(let block):
        if block.clauses.contains(where: { $0.body.endsWithTable }) { return true }
      case .text, .output, .tag, .instruction: continue
      }
    }
    return false
  }
}
