// Numbered lists of a Word template (TEMPLATES §12). A loop that makes the items goes on counting; a loop that has
// something before its first item, a heading or a row, makes lists, and each of them begins again.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// Which lists begin again in which loop.
struct ListRestarts {
  /// A list as the numbering part defines it.
  private struct Definition {
    let abstractID: String
    /// What each level counts from.
    let starts: [Substring]
  }

  /// A paragraph's place in a list, and whether its style alone gives it.
  private struct Item {
    let list: String
    let level: String
    let isByStyle: Bool
  }

  private var definitions: [String: Definition] = [:]
  /// The lists that styles number their paragraphs by.
  private var styles: [String: Item] = [:]
  /// The loop in whose every turn a list begins again, by the list's `numId`.
  private var restarts: [String: SourceRange] = [:]
  private var seen: Set<String> = []
  /// The loops around, and whether a paragraph was met in each.
  private var loops: [(range: SourceRange, holdsParagraph: Bool)] = []

  init(_ nodes: [TemplateNode]) {
    for case .element(let root) in nodes {
      for attribute in root.attributes where attribute.namespace == TemplateNode.Element.markNamespace {
        guard case .text(let text) = attribute.value.first else { continue }
        let numbers = text.characters.split(separator: " ")
        if attribute.name.hasPrefix(WordStyleMarks.listPrefix), numbers.count == 2 {
          styles[String(attribute.name.dropFirst(WordStyleMarks.listPrefix.count))] = Item(
            list: String(numbers[0]), level: String(numbers[1]), isByStyle: true)
        }
        guard attribute.name.hasPrefix(Self.markPrefix) else { continue }
        definitions[String(attribute.name.dropFirst(Self.markPrefix.count))] = Definition(
          abstractID: numbers.first.map(String.init) ?? "", starts: Array(numbers.dropFirst()))
      }
    }
    read(nodes)
  }

  /// Begins the names of the marks in which the reader tells of the numbering part.
  static let markPrefix = "list "

  private mutating func read(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .element(let element):
        if element.isWord("p") { readParagraph(element) }
        read(element.children)
      case .block(let block):
        let isLoop = if case .for = block.clauses[0].head { true } else { false }
        if isLoop { loops.append((block.range, false)) }
        for clause in block.clauses { read(clause.body) }
        if isLoop { loops.removeLast() }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }

  private mutating func readParagraph(_ paragraph: TemplateNode.Element) {
    if let list = paragraph.properties("pPr").flatMap(item)?.list, definitions[list] != nil,
      seen.insert(list).inserted
    {
      restarts[list] = loops.last { $0.holdsParagraph }?.range
    }
    for index in loops.indices { loops[index].holdsParagraph = true }
  }

  /// The place in a list that paragraph properties give: by themselves, else by their style.
  private func item(_ properties: TemplateNode.Element) -> Item? {
    if let direct = properties.child("numPr"), let list = direct.child("numId")?.value("w:val") {
      return Item(list: list, level: direct.child("ilvl")?.value("w:val") ?? "0", isByStyle: false)
    }
    return properties.child("pStyle")?.value("w:val").flatMap { styles[$0] }
  }

  // MARK: Lowering

  private static func counter(of list: String) -> CounterName { CounterName("num \(list)") }

  /// The new instances that a turn of a loop begins with.
  func restarts(at loop: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    for (list, range) in restarts.sorted(by: { $0.key < $1.key }) where range == loop {
      guard let definition = definitions[list] else { continue }
      var instance = LoweredNodes()
      instance.markup("<w:num w:numId=\"", loop)
      instance.append(.nextNumber(.numbering))
      instance.append(.setNumber(Self.counter(of: list), to: .last(.numbering)))
      var rest = "\">" + Markup.value("w:abstractNumId", definition.abstractID).text
      for (level, start) in definition.starts.enumerated() {
        rest += "<w:lvlOverride w:ilvl=\"\(level)\">\(Markup.value("w:startOverride", String(start)).text)"
        rest += "</w:lvlOverride>"
      }
      instance.markup(rest + "</w:num>", loop)
      lowered.append(.stream(.numbering, isNew: false, body: instance.nodes))
    }
    return lowered
  }

  /// An item's properties with the present instance of its list, where the list begins again in a loop around.
  func renumbered(_ properties: TemplateNode.Element, in regions: [SourceRange]) -> LoweredNodes? {
    guard let item = item(properties), let loop = restarts[item.list], regions.contains(loop) else {
      return nil
    }
    let stated = item.isByStyle ? properties.stating(item.list, level: item.level) : properties
    return stated.renumbered(by: Self.counter(of: item.list))
  }
}

extension TemplateNode.Element {
  /// Paragraph properties that state what their style gives them: a style knows one instance of its list only.
  fileprivate func stating(_ list: String, level: String) -> TemplateNode.Element {
    func word(_ name: String, _ value: String? = nil, _ children: [TemplateNode.Element] = [])
      -> TemplateNode.Element
    {
      var element = TemplateNode.Element(
        name: "w:\(name)", namespace: namespace, range: range, startTagRange: startTagRange)
      if let value {
        element.attributes = [
          TemplateNode.Attribute(
            name: "w:val", namespace: namespace, value: [.text(.init(value, range: range))], range: range)
        ]
      }
      element.children = children.map(TemplateNode.element)
      return element
    }
    var stated = self
    stated.children.removeAll { if case .element(let child) = $0 { child.isWord("numPr") } else { false } }
    // ECMA-376-1 §17.3.1.26: what comes before `w:numPr` in the order of the schema.
    let before = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"]
    let position = stated.children.firstIndex {
      if case .element(let child) = $0 { !before.contains { child.isWord($0) } } else { false }
    }
    stated.children.insert(
      .element(word("numPr", nil, [word("ilvl", level), word("numId", list)])),
      at: position ?? stated.children.endIndex)
    return stated
  }

  /// Paragraph properties with the number of the list's present instance.
  fileprivate func renumbered(by counter: CounterName) -> LoweredNodes {
    var lowered = LoweredNodes()
    if isWord("numId") {
      lowered.markup("<\(name) w:val=\"", range)
      lowered.append(.lastNumber(counter, offset: 0))
      lowered.markup("\"/>", range)
      return lowered
    }
    lowered.markup("<\(name)", range)
    for attribute in attributes {
      guard case .text(let text) = attribute.value.first else { continue }
      lowered.markup(" \(attribute.name)=\"\(text.characters.escapedForAttribute)\"", attribute.range)
    }
    lowered.markup(children.isEmpty ? "/>" : ">", range)
    if children.isEmpty { return lowered }
    for case .element(let child) in children { lowered.append(child.renumbered(by: counter)) }
    lowered.markup("</\(name)>", range)
    return lowered
  }
}
