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
    let isAlone = place != .flow || !nodes.contains { isInline($0) }
    return nodes.flatMap { node -> [TemplateNode] in
      if case .output = node, !isAlone { return lower(node, place: .text) }
      return lower(node, place: place)
    }.mergingVerbatim
  }

  private mutating func lower(_ node: TemplateNode, place: OutputPlace) -> [TemplateNode] {
    switch node {
    case .text(let text): return [.verbatim(Escaping.text(text.characters), text.range)]
    case .output(var output):
      output.place = place
      return [.output(output)]
    case .tag, .instruction: return [node]
    case .element(let element): return lower(element, place: place)
    case .block(var block):
      if case .raw = block.clauses[0].head { return lower(block.clauses[0].body, place: place) }
      for index in block.clauses.indices {
        block.clauses[index].body = lower(block.clauses[index].body, place: place)
      }
      return [.block(block)]
    }
  }

  private mutating func lower(_ element: TemplateNode.Element, place: OutputPlace) -> [TemplateNode] {
    let rule = vocabulary.rule(for: element)
    if form == .html, isFootnote(element) { return footnote(element) }
    let isVoid = form == .html ? rule.isVoid : element.children.isEmpty
    let name = printedName(element)
    var open: [TemplateNode] = [.verbatim("<\(name)", element.startTagRange)]
    open += attributes(of: element)
    let level = form == .html ? headingLevel(element) : nil
    if level != nil, element.attribute("id") == nil { open.append(contentsID(element.startTagRange)) }
    open.append(.verbatim(form == .xml && isVoid ? "/>" : ">", element.startTagRange))
    if form == .html, name == "head", !headMarkup.isEmpty {
      open.append(.verbatim(headMarkup, element.startTagRange))
    }
    if isVoid { return open.mergingVerbatim }
    if form == .html, isContents(element) { return contents(open, element) }
    let isReplaceable = form == .html && holdsOneOutput(element, rule)
    let inside = isReplaceable ? .flow : self.place(in: rule, place)
    let isRaw = form == .html && (name == "style" || name == "script")
    var body =
      isRaw ? [.verbatim(rawCharacters(of: element), element.range)] : lower(element.children, place: inside)
    let close = TemplateNode.verbatim("</\(name)>", element.range)
    if let level { body = [contentsEntry(level, body, of: element)] }
    if form == .html, endsNotes(element) { body += notes(element.range) }
    if isReplaceable {
      return [.instruction(.unlessBlock(open: open.mergingVerbatim, body: body, close: [close]))]
    }
    guard vanishes(element, rule) else { return (open + body + [close]).mergingVerbatim }
    // A table's caption and columns go when its rows go.
    let leading = rule.cut == .table ? element.children.prefix { isTablePart($0) } : []
    if !leading.isEmpty {
      open += lower(Array(leading), place: inside)
      body = lower(Array(element.children.dropFirst(leading.count)), place: inside)
    }
    return [.instruction(.unlessEmpty(open: open.mergingVerbatim, body: body, close: [close]))]
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

extension [TemplateNode] {
  /// Neighbouring verbatim texts as one, empty ones left out.
  var mergingVerbatim: [TemplateNode] {
    var result: [TemplateNode] = []
    for node in self {
      guard case .text(let text) = node, text.isVerbatim else {
        result.append(node)
        continue
      }
      if text.characters.isEmpty { continue }
      if case .text(var last) = result.last, last.isVerbatim {
        last.characters += text.characters
        last.range = SourceRange(
          Swift.min(last.range.start, text.range.start), Swift.max(last.range.end, text.range.end))
        result[result.count - 1] = .text(last)
      } else {
        result.append(node)
      }
    }
    return result
  }
}
