// Runs: neighbouring characters and values of one format share a run.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// The characters of one run, or of an attribute: text, values, statements about text.
  mutating func text(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .text(let text): lowered.markup(text.characters.wordText, text.range)
      case .output(var output):
        if kinds.printsFragment(output) {
          lowered.append(call(node, context.setting(.text)))
        } else {
          output.place = .text
          output.markup = output.markup ?? MarkupPlace(.line, context.setting(.paragraph).bits)
          lowered.append(.output(output))
        }
      case .block(let block):
        lowered.append(statement(block, context.setting(.text)) { $0.text($1, $2) })
      case .tag(let tag):
        if case .print(let items) = tag.head {
          let outputs = items.map { TemplateNode.output(TemplateNode.Output($0, range: tag.range)) }
          lowered.append(text(outputs, context))
        } else {
          lowered.append(call(node, context.setting(.text)))
        }
      case .element(let element): refuse(element)
      case .instruction: lowered.append(node)
      }
    }
    return lowered
  }

  /// The content of a paragraph as runs.
  ///
  /// Where all of it is statements, runs are opened inside of them: what prints nothing is seen to be empty.
  mutating func runs(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var run = RunBuilder(start: runStart(context, nodes.range ?? SourceRange(0, 0)))
    addRuns(nodes, context.setting(.paragraph), to: &run)
    return run.finished()
  }

  /// `<w:r>` up to its first character.
  func runStart(_ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:r>", range)
    lowered.append(runProperties(context))
    lowered.markup(textStart, range)
    return lowered
  }

  private mutating func addRuns(
    _ nodes: [TemplateNode], _ context: WordContext, to run: inout RunBuilder
  ) {
    let isDynamic = nodes.isDynamic
    for node in nodes {
      switch node {
      case .element(let element): addElement(element, context, to: &run)
      case .text where kinds.kind(of: node) == .nothing: break
      case .tag, .block:
        switch kinds.kind(of: node) {
        case .text where !isDynamic || node.isTag: run.add(characters: text([node], context))
        case .nothing: run.add(silent: statementOrTag(node, context))
        default: run.add(runs: statementOrTag(node, context))
        }
      case .output where kinds.kind(of: node) == .text: run.add(characters: text([node], context))
      case .output: run.add(runs: call(node, context))
      case .text: run.add(characters: text([node], context))
      case .instruction: run.add(silent: LoweredNodes([node]))
      }
    }
  }

  private mutating func statementOrTag(_ node: TemplateNode, _ context: WordContext) -> LoweredNodes {
    guard case .block(let block) = node else { return call(node, context) }
    return statement(block, context) { $0.runs($1, $2) }
  }

  private mutating func addElement(
    _ element: TemplateNode.Element, _ context: WordContext, to run: inout RunBuilder
  ) {
    if let cases = element.splitByClass {
      run.add(runs: statementOrTag(.block(cases), context))
      return
    }
    switch element.localName {
    case "br": run.add(markup: Markup("w:br").text, element.range)
    case "span" where element.hasClass("page-number"): run.add(runs: field(.page, context, element.range))
    case "span" where element.hasClass("page-count"): run.add(runs: field(.pageCount, context, element.range))
    case "span" where element.hasClass("footnote"): run.add(runs: footnote(element, context))
    case "span" where element.hasClass("tab"): run.add(markup: tab(element, context), element.range)
    case "a": run.add(runs: bookmarked(element, hyperlink(element, context)))
    case "b", "strong", "i", "em", "u", "s", "sub", "sup", "span", "code", "small", "mark":
      let inner = context.formatted(by: characterStyle(of: element), styles)
      if inner == context && element.value(of: "id") == nil {
        addRuns(element.children, context, to: &run)
      } else {
        run.add(runs: bookmarked(element, runs(element.children, inner)))
      }
    case "img": run.add(runs: bookmarked(element, picture(element, context)))
    case _ where kinds.kind(of: .element(element)) == .inline: refuse(element)
    default:
      report(
        "block-in-paragraph", "段落里不能放「\(element.name)」", element.startTagRange, help: "把它移到段落外面，单独成段")
    }
  }

  /// The style that an element's name and class ask for, or `nil` for a plain `span`.
  mutating func characterStyle(
    of element: TemplateNode.Element, except known: [String] = []
  ) -> CharacterStyle? {
    reportClassFromData(element)
    let name = element.localName
    var style = theme.characterStyle(for: name)
    if style == nil && name != "span" { refuse(element, help: "在主题的「文字样式」里给「\(name)」定一个样式") }
    for className in element.classNames where !known.contains(className) {
      if let found = theme.characterStyle(for: name, className) {
        style = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    return style
  }

  /// A field in runs of its own.
  private func field(_ field: Field, _ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    fieldRuns(instruction: { $0.markup(" \(field.rawValue) ", range) }, context, range)
  }

  /// The runs of a complex field (ECMA-376-1 §17.16.18); `1` stands until Word computes it.
  func fieldRuns(
    instruction: (inout LoweredNodes) -> Void, _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    func run(_ content: (inout LoweredNodes) -> Void) {
      lowered.markup("<w:r>", range)
      lowered.append(runProperties(context))
      content(&lowered)
      lowered.markup("</w:r>", range)
    }
    func character(_ type: String) -> String { Markup("w:fldChar", ["w:fldCharType": type]).text }
    run { $0.markup(character("begin"), range) }
    run { content in
      content.markup(#"<w:instrText xml:space="preserve">"#, range)
      instruction(&content)
      content.markup("</w:instrText>", range)
    }
    run { $0.markup(character("separate"), range) }
    run { $0.markup(Markup("w:t", text: "1").text, range) }
    run { $0.markup(character("end"), range) }
    return lowered
  }
}

/// Collects runs of one format, opening a run only where there are characters for it.
private struct RunBuilder {
  private let start: LoweredNodes
  private var lowered = LoweredNodes()
  private var isOpen = false

  init(start: LoweredNodes) { self.start = start }

  mutating func add(characters: LoweredNodes) {
    if !isOpen { lowered.append(start) }
    isOpen = true
    lowered.append(characters)
  }

  /// Markup between two texts of the run.
  mutating func add(markup: String, _ range: SourceRange) {
    var nodes = LoweredNodes()
    nodes.markup(textEnd + markup + textStart, range)
    add(characters: nodes)
  }

  mutating func add(runs: LoweredNodes) {
    close()
    lowered.append(runs)
  }

  mutating func add(silent nodes: LoweredNodes) { lowered.append(nodes) }

  consuming func finished() -> LoweredNodes {
    close()
    return lowered
  }

  private mutating func close() {
    if isOpen { lowered.markup(textEnd + "</w:r>", lowered.nodes.range ?? SourceRange(0, 0)) }
    isOpen = false
  }
}

let textStart = #"<w:t xml:space="preserve">"#
let textEnd = "</w:t>"

extension LoweredNodes {
  init(_ nodes: [TemplateNode]) {
    self.init()
    for node in nodes { append(node) }
  }
}

extension String {
  /// Characters as they stand in `w:t`: line breaks and tabs become elements.
  var wordText: String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return escapedForText }
    var output = ""
    for character in self {
      if character == "\t" {
        output += textEnd + "<w:tab/>" + textStart
      } else if character == "\n" || character == "\r\n" || character == "\r" {
        output += textEnd + "<w:br/>" + textStart
      } else {
        output += String(character).escapedForText
      }
    }
    return output
  }
}
