// Prints lowered trees that hold no data, so that documents can be looked at without an engine.

import BatonDocument
import BatonOffice
import BatonTemplate

struct StaticPrinter {
  var streams: [StreamName: [String]] = [.document: [""], .numbering: [""]]
  private var current = StreamName.document
  private var counters: [CounterName: Int] = [:]
  private var margins: [(name: StreamName, text: String)] = []
  private var context: UInt32 = 0
  private var links: [Relationship] = []

  var text: String {
    get { streams[current]?.last ?? "" }
    set { streams[current, default: [""]][(streams[current]?.count ?? 1) - 1] = newValue }
  }

  mutating func print(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let text): self.text += text.characters
      case .instruction(let instruction): print(instruction)
      case .block(let block): if case .block? = block.clauses.first?.head { print(block.clauses[0].body) }
      case .element, .output, .tag: break
      }
    }
  }

  private mutating func print(_ instruction: Instruction) {
    switch instruction {
    case .unlessEmpty(let open, let body, let close):
      let start = text
      print(open)
      let opened = text
      print(body)
      if text == opened { text = start } else { print(close) }
    case .orElse(let body, let fallback):
      let start = text
      print(body)
      if text == start { print(fallback) }
    case .stream(let name, let isNew, let body):
      let outer = current
      if isNew { streams[name, default: []].append("") }
      current = name
      print(body)
      if isNew { margins.append((name, text)) }
      current = outer
    case .nextNumber(let name):
      counters[name, default: 0] += 1
      text += "\(counters[name, default: 0])"
    case .lastNumber(let name, let offset): text += "\(counters[name, default: 0] + offset)"
    case .relationshipToStream: text += "rId\(margins.count)"
    case .relationship(_, let target):
      guard case .literal(.string(let uri)) = target.kind else { return }
      links.append(Relationship(id: "rIdLink\(links.count + 1)", .hyperlink, to: .external(uri)))
      text += "rIdLink\(links.count)"
    case .inContext(let bits, let body):
      let outer = context
      context = context & ~bits.mask | bits.value
      print(body)
      context = outer
    case .byContext(let mask, let cases, let otherwise):
      print(cases.first { $0.value == context & mask }?.body ?? otherwise)
    case .identifier(_, let body): print(body)
    case .slot, .fill: break
    }
  }

  func package(_ theme: Theme) -> Package {
    WordPackaging(theme: theme).package(
      document: Array((streams[.document]?.last ?? "").utf8),
      numbering: Array((streams[.numbering]?.last ?? "").utf8),
      margins: margins.enumerated().map { index, margin in
        WordPackaging.Margin(
          isHeader: margin.name.rawValue.hasPrefix("header"), relationshipID: "rId\(index + 1)",
          content: Array(margin.text.utf8))
      }, hyperlinks: links, properties: DocumentProperties(title: "标题", unit: "县委组织部"))
  }
}
