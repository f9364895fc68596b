// What the styles of a Word template mean on a page: an element of XHTML and a few properties of CSS. The reader
// writes them to the root of the body, where the transformation to XHTML finds them.

internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// The paragraph styles of a template, by id.
struct WordStyleMarks {
  static let prefix = "style "
  /// Begins the names of the marks with what relationships of the body lead to.
  static let targetPrefix = "target "
  /// Begins the names of the marks that tell which list a style's paragraphs belong to.
  static let listPrefix = "items of style "

  fileprivate struct Style {
    var name = ""
    var basis: String?
    var isParagraph = false
    var alignment: String?
    var isBold: Bool?
    var isItalic: Bool?
    /// Half points.
    var size: Int?
    var indent: Int?
    var list: String?
    var listLevel: String?
  }

  private var styles: [String: Style] = [:]

  init(_ tree: XMLTree) {
    for case .element(let element) in tree.root?.children ?? [] where element.localName == "style" {
      guard let id = tree.value(of: element, word: "styleId") else { continue }
      var style = Style()
      style.isParagraph = tree.value(of: element, word: "type") == "paragraph"
      for case .element(let child) in element.children {
        let value = tree.value(of: child, word: "val")
        switch child.localName {
        case "name": style.name = value ?? ""
        case "basedOn": style.basis = value
        case "pPr", "rPr":
          for case .element(let property) in child.children { style.read(property, in: tree) }
        default: continue
        }
      }
      styles[id] = style
    }
  }

  /// `style ID` → `h1;text-align:center`.
  var marks: [(name: String, value: String)] {
    styles.filter(\.value.isParagraph).keys.sorted().map { id in
      let chain = chain(of: id)
      let element = chain.lazy.compactMap(\.element).first ?? "p"
      var declarations: [String] = []
      if let alignment = chain.lazy.compactMap(\.alignment).first {
        declarations.append("text-align:\(alignment)")
      }
      if let isBold = chain.lazy.compactMap(\.isBold).first {
        declarations.append("font-weight:\(isBold ? "bold" : "normal")")
      }
      if chain.lazy.compactMap(\.isItalic).first ?? false { declarations.append("font-style:italic") }
      if let size = chain.lazy.compactMap(\.size).first {
        declarations.append("font-size:\(size / 2)\(size % 2 == 0 ? "" : ".5")pt")
      }
      if let indent = chain.lazy.compactMap(\.indent).first {
        // Hundredths of a character.
        declarations.append("text-indent:\(indent / 100)em")
      }
      return (Self.prefix + id, ([element] + declarations).joined(separator: ";"))
    }
  }

  /// `items of style ID` → the list's `numId` and the level, for ``ListRestarts``.
  var listMarks: [(name: String, value: String)] {
    styles.filter(\.value.isParagraph).keys.sorted().compactMap { id in
      let chain = chain(of: id)
      // 0 takes the numbers of the style beneath away.
      guard let list = chain.lazy.compactMap(\.list).first, list != "0" else { return nil }
      return (Self.listPrefix + id, "\(list) \(chain.lazy.compactMap(\.listLevel).first ?? "0")")
    }
  }

  /// A style and those it is based on, the nearest first.
  private func chain(of id: String) -> [Style] {
    var chain: [Style] = []
    var next: String? = id
    while let current = next, let style = styles[current], chain.count < 20 {
      chain.append(style)
      next = style.basis
    }
    return chain
  }
}

extension WordStyleMarks.Style {
  /// The heading that the style is; styles of headings have their English names in every language's Word.
  fileprivate var element: String? {
    let name = name.lowercased()
    if name == "title" { return "h1" }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else {
      return nil
    }
    return "h\(min(level, 6))"
  }

  fileprivate mutating func read(_ property: XMLTree.Element, in tree: XMLTree) {
    let value = tree.value(of: property, word: "val")
    switch property.localName {
    case "jc": alignment = value.flatMap(PageFormats.alignment)
    case "b": isBold = !["0", "false", "off"].contains(value ?? "1")
    case "i": isItalic = !["0", "false", "off"].contains(value ?? "1")
    case "sz": size = value.flatMap { Int($0) }
    case "numPr":
      for case .element(let child) in property.children {
        let value = tree.value(of: child, word: "val")
        if child.localName == "numId" { list = value }
        if child.localName == "ilvl" { listLevel = value }
      }
    case "ind": indent = tree.value(of: property, word: "firstLineChars").flatMap { Int($0) }
    default: break
    }
  }
}

/// Values of WordprocessingML in the words of CSS.
enum PageFormats {
  static func alignment(_ value: String) -> String? {
    switch value {
    case "center": "center"
    case "right", "end": "right"
    case "both", "distribute": "justify"
    case "left", "start": "left"
    default: nil
    }
  }
}
