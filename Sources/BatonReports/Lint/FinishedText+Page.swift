// The paragraphs of a web page: HTML as this program writes it, read as XML once what XML doesn't know is blanked.

package import BatonDiagnostics
internal import BatonXML

extension FinishedText {
  /// - Throws: Faults of a page whose tags don't match.
  package init(page source: Source) throws(LintError) {
    let tree: XMLTree
    do {
      // Not as a mask: what is blanked must not come back in the texts.
      let page = Source(name: source.name, bytes: source.bytes.withoutVoidTags)
      tree = try XMLTree(parsing: page, as: .fragment)
    } catch {
      throw LintError(error.diagnostics)
    }
    var reader = PageReader(tree: tree)
    for case .element(let element) in tree.children { reader.read(element) }
    self = reader.finished
  }
}

private struct PageReader {
  let tree: XMLTree
  var finished: FinishedText
  private var breaksPage = false
  private var isInTable = false
  private var sections = 0

  private static let headings = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5]
  private static let leaves: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "figcaption",
  ]
  private static let containers: Set<String> = ["td", "th", "li", "dd", "div"]

  init(tree: XMLTree) {
    self.tree = tree
    finished = FinishedText(file: tree.source.name)
  }

  mutating func read(_ element: XMLTree.Element) {
    if tree.value(of: "aria-hidden", in: element) == "true" { return }
    let classes = (tree.value(of: "class", in: element) ?? "").split(separator: " ")
    switch element.localName {
    case "head", "header", "footer", "style", "script": return
    case "section" where classes.contains("page"):
      if sections > 0 { breaksPage = true }
      sections += 1
    default: break
    }
    if classes.contains("new-page") || element.localName == "blank-page" { breaksPage = true }
    let wasInTable = isInTable
    if element.localName == "table" || classes.contains("版记") { isInTable = true }
    defer { isInTable = wasInTable }
    let holdsBlocks = element.elements.contains {
      Self.leaves.contains($0.localName) || $0.localName == "table"
    }
    if Self.leaves.contains(element.localName) || Self.containers.contains(element.localName) && !holdsBlocks
    {
      add(element)
    } else {
      for child in element.elements { read(child) }
    }
  }

  private mutating func add(_ element: XMLTree.Element) {
    // A page may be one long line: the paragraph is what tells places apart.
    let line = tree.source.position(of: element.startTagRange.start).line
    let place = Diagnostic.Place.part(
      file: finished.file, part: "第\(line)行", paragraph: "第\(finished.paragraphs.count + 1)段")
    finished.paragraphs.append(
      FinishedText.Paragraph(
        text: text(of: element), place: place,
        headingLevel: Self.headings[element.localName], isInTable: isInTable, startsPage: breaksPage,
        style: tree.value(of: "class", in: element)?.split(separator: " ").first.map(String.init)))
    breaksPage = false
  }

  private func text(of element: XMLTree.Element) -> String {
    element.children.map { node in
      switch node {
      case .text(let text): tree.characters(of: text)
      case .element(let child): text(of: child)
      case .comment, .instruction: ""
      }
    }.joined()
  }
}

extension [UInt8] {
  /// The same bytes with tags that have no end, and the content of style sheets, as spaces.
  var withoutVoidTags: [UInt8] {
    var result = self
    var index = 0
    while let open = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = self[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      index = close + 1
      let name = String(
        decoding: self[(open + 1)..<close].prefix {
          ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0)
        },
        as: UTF8.self
      ).lowercased()
      if ["meta", "link", "br", "hr", "img", "col", "input", "wbr"].contains(name) {
        result.blank(open...close)
      } else if name == "style" || name == "script" {
        let end = Array("</\(name)>".utf8)
        var stop = index
        while stop < count, !self[stop...].starts(with: end) { stop += 1 }
        if stop > index { result.blank(index...(stop - 1)) }
        index = stop
      }
    }
    return result
  }

  private mutating func blank(_ range: ClosedRange<Int>) {
    for index in range where self[index] != UInt8(ascii: "\n") { self[index] = UInt8(ascii: " ") }
  }
}
