// From a tree with elements to one without: what is fixed becomes text, values learn the place they stand
// in, and what vanishes when nothing is printed in it becomes an instruction (TEMPLATES §§4, 6, 7, 10).

import BatonDiagnostics
import BatonXML

/// Lowers a template to HTML5 or to XML.
struct MarkupLowering {
  enum Form: Sendable { case html, xml }

  let vocabulary: Vocabulary
  let form: Form
  /// Markup printed directly after `<head>`.
  let headMarkup: String
  let source: Source
  var diagnostics: [Diagnostic] = []

  init(_ template: StructuredTemplate, form: Form, headMarkup: String = "") {
    vocabulary = template.vocabulary
    source = template.source
    self.form = form
    self.headMarkup = headMarkup
  }

  mutating func lower(_ template: StructuredTemplate) -> [TemplateNode] {
    var nodes = lower(template.nodes, place: form == .html ? .flow : .preservedText)
    let start = SourceRange(0, 0)
    if form == .html, nodes.isEmpty == false,
      template.nodes.firstElement(where: { $0.localName == "body" }) == nil
    {
      nodes.append(.instruction(.atEnd(body: notes(start))))
    }
    if form == .html, template.hasDoctype { nodes.insert(.verbatim("<!DOCTYPE html>\n", start), at: 0) }
    if form == .xml, let declaration = template.declaration {
      nodes.insert(.verbatim(declaration + "\n", start), at: 0)
    }
    return nodes.mergingVerbatim
  }

  // MARK: Nodes

  /// Where no inline content stands beside it, an output may turn out to be a block.
  mutating func lower(_ nodes: [TemplateNode], place: OutputPlace) -> [TemplateNode] {
    var result = LoweredNodes()
    lower(nodes, place: place, into: &result)
    return result.finished()
  }

  private mutating func lower(_ nodes: [TemplateNode], place: OutputPlace, into result: inout LoweredNodes) {
    let isAlone = place != .flow || !nodes.contains { isInline($0) }
    for node in nodes {
      if case .output = node, !isAlone {
        lower(node, place: .text, into: &result)
      } else {
        lower(node, place: place, into: &result)
      }
    }
  }

  private mutating func lower(_ node: TemplateNode, place: OutputPlace, into result: inout LoweredNodes) {
    switch node {
    case .text(let text): result.append(verbatim: Escaping.text(text.characters), text.range)
    case .output(var output):
      output.place = place
      result.append(.output(output))
    case .tag, .instruction: result.append(node)
    case .element(let element): lower(element, place: place, into: &result)
    case .block(var block):
      if case .raw = block.clauses[0].head {
        return lower(block.clauses[0].body, place: place, into: &result)
      }
      for index in block.clauses.indices {
        block.clauses[index].body = lower(block.clauses[index].body, place: place)
      }
      result.append(.block(block))
    }
  }

  private mutating func lower(
    _ element: TemplateNode.Element, place: OutputPlace, into result: inout LoweredNodes
  ) {
    let rule = vocabulary.rule(for: element)
    if form == .html, isFootnote(element) { return result.append(contentsOf: footnote(element)) }
    let isVoid = form == .html ? rule.isVoid : element.children.isEmpty
    if isVoid { return open(element, isVoid: true, into: &result) }
    if form == .html, isContents(element) {
      var start = LoweredNodes()
      open(element, isVoid: false, into: &start)
      return result.append(contentsOf: contents(start.finished(), element))
    }
    let isReplaceable = form == .html && holdsOneOutput(element, rule)
    let inside = isReplaceable ? .flow : self.place(in: rule, place)
    let close = TemplateNode.verbatim("</\(printedName(element))>", element.range)
    if !isReplaceable, !vanishes(element, rule) {
      open(element, isVoid: false, into: &result)
      fill(element, element.children, inside, into: &result)
      return result.append(close)
    }
    var start = LoweredNodes()
    open(element, isVoid: false, into: &start)
    // A table's caption and columns go when its rows go.
    let leading = isReplaceable || rule.cut != .table ? [] : element.children.prefix { isTablePart($0) }
    if !leading.isEmpty { lower(Array(leading), place: inside, into: &start) }
    var body = LoweredNodes()
    fill(element, Array(element.children.dropFirst(leading.count)), inside, into: &body)
    let (opening, content) = (start.finished(), body.finished())
    result.append(
      .instruction(
        isReplaceable
          ? .unlessBlock(open: opening, body: content, close: [close])
          : .unlessEmpty(open: opening, body: content, close: [close])))
  }

  /// The start tag.
  private mutating func open(
    _ element: TemplateNode.Element, isVoid: Bool, into result: inout LoweredNodes
  ) {
    let range = element.startTagRange
    let name = printedName(element)
    result.append(verbatim: "<", range)
    result.append(verbatim: name, range)
    attributes(of: element, into: &result)
    if form == .html, headingLevel(element) != nil, element.attribute("id") == nil {
      result.append(contentsID(range))
    }
    result.append(verbatim: form == .xml && isVoid ? "/>" : ">", range)
    if form == .html, !headMarkup.isEmpty, name == "head" { result.append(verbatim: headMarkup, range) }
  }

  /// What stands between the tags of an element.
  private mutating func fill(
    _ element: TemplateNode.Element, _ children: [TemplateNode], _ place: OutputPlace,
    into result: inout LoweredNodes
  ) {
    guard form == .html else { return lower(children, place: place, into: &result) }
    if let level = headingLevel(element) {
      result.append(contentsEntry(level, lower(children, place: place), of: element))
    } else if element.localName == "style" || element.localName == "script" {
      result.append(verbatim: rawCharacters(of: element), element.range)
    } else {
      lower(children, place: place, into: &result)
    }
    if endsNotes(element) { result.append(contentsOf: notes(element.range)) }
  }

  private func isInline(_ node: TemplateNode) -> Bool {
    switch node {
    case .text: !node.isBlankText
    case .element(let element): vocabulary.rule(for: element).kind == .inline
    case .output, .block, .tag, .instruction: false
    }
  }

  /// Where the values in an element stand.
  private func place(in rule: ElementRule, _ outer: OutputPlace) -> OutputPlace {
    guard form == .html else { return outer }
    if rule.isPreformatted { return .preservedText }
    switch rule.content {
    case .characters: return .characters
    case .flow: return .flow
    case .paragraph, .inline: return outer == .preservedText ? outer : .text
    case .only, .none, .any: return outer == .flow ? .text : outer
    }
  }

  /// A paragraph of one value, which may turn out to be a block and takes its place then.
  private func holdsOneOutput(_ element: TemplateNode.Element, _ rule: ElementRule) -> Bool {
    guard rule.content == .paragraph, rule.kind == .block, !rule.isPreformatted else { return false }
    let children = element.children.filter { !$0.isBlankText && !$0.isSilent }
    guard children.count == 1, case .output = children[0] else { return false }
    return true
  }

  private func printedName(_ element: TemplateNode.Element) -> String {
    form == .html && element.namespace == vocabulary.namespace ? String(element.localName) : element.name
  }

  /// The characters of `style` and `script`, which HTML reads as they are.
  private func rawCharacters(of element: TemplateNode.Element) -> String {
    var characters = ""
    for case .text(let text) in element.children { characters += text.characters }
    // An end tag inside would end the element: `<\/` means the same in both languages.
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in characters.unicodeScalars {
      if scalar == "/", previous == "<" { result += "\\" }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  // MARK: Vanishing

  private func vanishes(_ element: TemplateNode.Element, _ rule: ElementRule) -> Bool {
    let children = element.children.filter { !$0.isBlankText }
    switch rule.whenEmpty {
    case .stays: return false
    case .vanishesIfOnlyTags:
      return !children.isEmpty
        && children.allSatisfy { node in
          switch node {
          case .tag, .block: true
          case .element, .text, .output, .instruction: false
          }
        }
    case .vanishes: return !children.contains { prints($0) }
    }
  }

  /// Whether a node prints something whatever the data, a caption and columns not counted.
  private func prints(_ node: TemplateNode) -> Bool {
    switch node {
    case .text(let text): return !text.characters.isWhiteSpace
    case .element(let element):
      let rule = vocabulary.rule(for: element)
      return rule.kind != .tablePart && !vanishes(element, rule)
    case .output, .block, .tag, .instruction: return false
    }
  }

  private func isTablePart(_ node: TemplateNode) -> Bool {
    if node.isBlankText { return true }
    guard case .element(let element) = node else { return false }
    return vocabulary.rule(for: element).kind == .tablePart
  }
}

extension TemplateNode {
  /// Markup that is copied to the output.
  static func verbatim(_ characters: String, _ range: SourceRange) -> TemplateNode {
    .text(.init(characters, range: range, isVerbatim: true))
  }
}
