// The paragraphs of a Word document, read from its package.

package import BatonDiagnostics
internal import BatonOffice
internal import BatonXML

extension FinishedText {
  /// Reads `.docx` or Flat OPC.
  ///
  /// - Throws: Faults of a file that is no document.
  package init(word source: Source) throws(LintError) {
    let package: Package
    do {
      package = try Package(reading: source.bytes, file: source.name)
    } catch {
      throw LintError(error.diagnostics)
    }
    guard let main = package.part(named: "/word/document.xml") else {
      throw LintError([
        Diagnostic("not-a-document", .error, "文件里没有正文", at: .file(source.name), help: "请给 Word 文档（.docx）")
      ])
    }
    func tree(named prefix: String) throws(LintError) -> XMLTree? {
      guard let part = package.parts.first(where: { $0.name.text.hasPrefix(prefix) }) else { return nil }
      return try Self.tree(of: part, in: source.name)
    }
    let styles = WordStyles(
      styles: try tree(named: "/word/styles.xml"), theme: try tree(named: "/word/theme/"))
    self.init(file: source.name)
    paragraphs = try Self.paragraphs(of: main, called: "正文", in: source.name, styles)
    let names = [("/word/header", "页眉"), ("/word/footer", "页脚"), ("/word/footnotes", "脚注")]
    for part in package.parts {
      guard let (_, name) = names.first(where: { part.name.text.hasPrefix($0.0) }) else { continue }
      margins += try Self.paragraphs(of: part, called: name, in: source.name, styles)
    }
  }

  private static func paragraphs(
    of part: Part, called name: String, in file: String, _ styles: WordStyles
  ) throws(LintError) -> [Paragraph] {
    var reader = WordReader(file: file, part: name, tree: try tree(of: part, in: file), styles: styles)
    reader.read()
    return reader.paragraphs
  }

  private static func tree(of part: Part, in file: String) throws(LintError) -> XMLTree {
    do {
      return try XMLTree(parsing: Source(name: "\(file)!\(part.name)", bytes: part.content))
    } catch {
      throw LintError(error.diagnostics)
    }
  }
}

/// Walks a part; text boxes count once, as they are drawn.
private struct WordReader {
  let file: String
  let part: String
  let tree: XMLTree
  let styles: WordStyles
  var paragraphs: [FinishedText.Paragraph] = []
  private var number = 0
  private var breaksPage = false

  init(file: String, part: String, tree: XMLTree, styles: WordStyles) {
    self.file = file
    self.part = part
    self.tree = tree
    self.styles = styles
  }

  mutating func read() {
    guard let root = tree.root else { return }
    switch root.localName {
    case "document": for body in root.elements(named: "body") { blocks(body, isInTable: false) }
    case "footnotes": for note in root.elements(named: "footnote") { blocks(note, isInTable: false) }
    default: blocks(root, isInTable: false)
    }
  }

  private mutating func blocks(_ parent: XMLTree.Element, isInTable: Bool) {
    for element in parent.elements {
      switch element.localName {
      case "p": paragraph(element, isInTable: isInTable)
      case "tbl": for cell in element.all(named: "tc", notWithin: "tbl") { blocks(cell, isInTable: true) }
      case "sdt":
        for content in element.elements(named: "sdtContent") { blocks(content, isInTable: isInTable) }
      default: break
      }
    }
  }

  /// What is gathered from the runs of a paragraph.
  private struct Content {
    var text = ""
    var faces: [FinishedText.Face] = []
    var boxes: [XMLTree.Element] = []
    var startsPage = false
    let style: String?
  }

  private mutating func paragraph(_ element: XMLTree.Element, isInTable: Bool) {
    number += 1
    let properties = element.elements(named: "pPr").first
    let style = properties?.elements(named: "pStyle").first.flatMap { tree.value(of: "w:val", in: $0) }
    var content = Content(style: style)
    content.startsPage = breaksPage || properties?.elements(named: "pageBreakBefore").first != nil
    breaksPage = false
    collect(element, fonts: styles.fonts(own: .init(), characterStyle: nil, paragraphStyle: style), &content)
    let level = properties.flatMap { WordStyles.outlineLevel($0, in: tree) } ?? styles.headingLevel(of: style)
    paragraphs.append(
      FinishedText.Paragraph(
        text: content.text, place: .part(file: file, part: part, paragraph: "第\(number)段"),
        headingLevel: level, isInTable: isInTable, startsPage: content.startsPage,
        style: styles.name(of: style), faces: content.faces))
    for box in content.boxes { blocks(box, isInTable: true) }
    if properties?.elements(named: "sectPr").first != nil { breaksPage = true }
  }

  private mutating func collect(_ parent: XMLTree.Element, fonts: WordStyles.Fonts, _ content: inout Content)
  {
    for element in parent.elements {
      switch element.localName {
      case "pPr", "rPr", "Fallback", "del": continue
      case "r": collect(element, fonts: self.fonts(of: element, content.style), &content)
      case "t":
        for case .text(let characters) in element.children {
          add(tree.characters(of: characters), fonts, &content)
        }
      case "tab": content.text += "\t"
      case "br":
        guard tree.value(of: "w:type", in: element) == "page" else {
          content.text += "\n"
          continue
        }
        if content.text.isEmpty { content.startsPage = true } else { breaksPage = true }
      case "txbxContent": content.boxes.append(element)
      default: collect(element, fonts: fonts, &content)
      }
    }
  }

  private func fonts(of run: XMLTree.Element, _ paragraphStyle: String?) -> WordStyles.Fonts {
    guard let properties = run.elements(named: "rPr").first else {
      return styles.fonts(own: .init(), characterStyle: nil, paragraphStyle: paragraphStyle)
    }
    let style = properties.elements(named: "rStyle").first.flatMap { tree.value(of: "w:val", in: $0) }
    return styles.fonts(
      own: styles.fonts(of: properties, in: tree), characterStyle: style, paragraphStyle: paragraphStyle)
  }

  /// Word sets ASCII in the font for Latin letters, Chinese characters and their marks in the other one.
  private func add(_ characters: String, _ fonts: WordStyles.Fonts, _ content: inout Content) {
    content.text += characters
    for isLatin in [false, true] {
      let part = String(characters.filter { $0.isASCII == isLatin && !$0.isWhitespace })
      guard !part.isEmpty, let font = isLatin ? fonts.latin : fonts.eastAsian else { continue }
      content.faces.append(FinishedText.Face(text: part, font: font))
    }
  }
}

extension XMLTree.Element {
  var elements: [XMLTree.Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func elements(named name: String) -> [XMLTree.Element] { elements.filter { $0.localName == name } }

  /// Every element of a name in any depth; what lies within `barrier` is left out.
  func all(named name: String, notWithin barrier: String? = nil) -> [XMLTree.Element] {
    elements.flatMap { element -> [XMLTree.Element] in
      if element.localName == name { return [element] }
      return element.localName == barrier ? [] : element.all(named: name, notWithin: barrier)
    }
  }

  func first(below name: String) -> XMLTree.Element? { all(named: name).first }
}
