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
    var styles: XMLTree?
    if let part = package.part(named: "/word/styles.xml") {
      styles = try Self.tree(of: part, in: source.name)
    }
    var reader = WordReader(file: source.name, tree: try Self.tree(of: main, in: source.name), styles: styles)
    reader.read()
    self = reader.finished
  }

  private static func tree(of part: Part, in file: String) throws(LintError) -> XMLTree {
    do {
      return try XMLTree(parsing: Source(name: "\(file)!\(part.name)", bytes: part.content))
    } catch {
      throw LintError(error.diagnostics)
    }
  }
}

/// Walks the body; text boxes count once, as they are drawn.
private struct WordReader {
  let tree: XMLTree
  var finished: FinishedText
  private var levels: [String: Int] = [:]
  private var number = 0
  private var breaksPage = false

  init(file: String, tree: XMLTree, styles: XMLTree?) {
    self.tree = tree
    finished = FinishedText(file: file)
    guard let styles, let root = styles.root else { return }
    for style in root.elements(named: "style") {
      guard let id = styles.value(of: "w:styleId", in: style) else { continue }
      let outline = style.first(below: "outlineLvl").flatMap { styles.value(of: "w:val", in: $0) }.flatMap(
        Int.init)
      if let outline, outline < 9 { levels[id] = outline + 1 }
    }
    for font in root.all(named: "rFonts") {
      for name in ["w:ascii", "w:hAnsi", "w:eastAsia"] {
        guard let value = styles.value(of: name, in: font), !finished.fonts.contains(value) else { continue }
        finished.fonts.append(value)
      }
    }
  }

  mutating func read() {
    guard let body = tree.root?.elements(named: "body").first else { return }
    blocks(body, isInTable: false)
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

  private mutating func paragraph(_ element: XMLTree.Element, isInTable: Bool) {
    number += 1
    let properties = element.elements(named: "pPr").first
    let style = properties?.elements(named: "pStyle").first.flatMap { tree.value(of: "w:val", in: $0) }
    var text = ""
    var boxes: [XMLTree.Element] = []
    var startsPage = breaksPage || properties?.elements(named: "pageBreakBefore").first != nil
    breaksPage = false
    collect(element, &text, &boxes, &startsPage)
    finished.paragraphs.append(
      FinishedText.Paragraph(
        text: text, place: .part(file: finished.file, part: "正文", paragraph: "第\(number)段"),
        headingLevel: style.flatMap { levels[$0] }, isInTable: isInTable, startsPage: startsPage))
    for box in boxes { blocks(box, isInTable: true) }
    if properties?.elements(named: "sectPr").first != nil { breaksPage = true }
  }

  private mutating func collect(
    _ parent: XMLTree.Element, _ text: inout String, _ boxes: inout [XMLTree.Element],
    _ startsPage: inout Bool
  ) {
    for element in parent.elements {
      switch element.localName {
      case "pPr", "rPr", "Fallback", "del": continue
      case "t":
        for case .text(let characters) in element.children { text += tree.characters(of: characters) }
      case "tab": text += "\t"
      case "br":
        guard tree.value(of: "w:type", in: element) == "page" else {
          text += "\n"
          continue
        }
        if text.isEmpty { startsPage = true } else { breaksPage = true }
      case "txbxContent": boxes.append(element)
      default: collect(element, &text, &boxes, &startsPage)
      }
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
