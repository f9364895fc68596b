// What the styles of a Word document say of its text: how deep a heading is, and in which fonts it is set.

internal import BatonXML

/// The styles part with inheritance resolved, and the fonts of the theme part.
struct WordStyles {
  /// The fonts of a run or a style, as far as it names any.
  struct Fonts {
    /// For Chinese characters.
    var eastAsian: String?
    /// For Latin letters and digits.
    var latin: String?

    /// This where it names a font, else the other.
    func over(_ base: Fonts) -> Fonts {
      Fonts(eastAsian: eastAsian ?? base.eastAsian, latin: latin ?? base.latin)
    }
  }

  private struct Style {
    var name: String?
    var basis: String?
    var outlineLevel: Int?
    var fonts = Fonts()
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraphStyle: String?
  private var defaults = Fonts()
  private var themeFonts: [String: String] = [:]

  init(styles part: XMLTree?, theme: XMLTree?) {
    if let theme { readThemeFonts(theme) }
    guard let part, let root = part.root else { return }
    if let properties = root.elements(named: "docDefaults").first?.first(below: "rPr") {
      defaults = fonts(of: properties, in: part)
    }
    for element in root.elements(named: "style") {
      guard let id = part.value(of: "w:styleId", in: element) else { continue }
      var style = Style()
      func value(_ name: String) -> String? {
        element.elements(named: name).first.flatMap { part.value(of: "w:val", in: $0) }
      }
      style.name = value("name")
      style.basis = value("basedOn")
      style.outlineLevel = element.elements(named: "pPr").first.flatMap { Self.outlineLevel($0, in: part) }
      if let properties = element.elements(named: "rPr").first {
        style.fonts = fonts(of: properties, in: part)
      }
      styles[id] = style
      if part.value(of: "w:type", in: element) == "paragraph", part.value(of: "w:default", in: element) == "1"
      {
        defaultParagraphStyle = id
      }
    }
  }

  /// What the outline level of paragraph properties makes of a paragraph: 1 for a title; `nil` for text.
  static func outlineLevel(_ properties: XMLTree.Element, in tree: XMLTree) -> Int? {
    let value = properties.elements(named: "outlineLvl").first.flatMap { tree.value(of: "w:val", in: $0) }
    // ECMA-376-1 §17.3.1.20: 9 is body text.
    return value.flatMap(Int.init).flatMap { $0 < 9 ? $0 + 1 : nil }
  }

  func name(of id: String?) -> String? { id.flatMap { styles[$0]?.name } }

  func headingLevel(of id: String?) -> Int? { chain(from: id).lazy.compactMap(\.outlineLevel).first }

  /// The fonts of a run: its own, those of its character style, of the paragraph's style, of the document.
  func fonts(own: Fonts, characterStyle: String?, paragraphStyle: String?) -> Fonts {
    let inherited = chain(from: characterStyle) + chain(from: paragraphStyle ?? defaultParagraphStyle)
    return inherited.reduce(own) { $0.over($1.fonts) }.over(defaults)
  }

  /// The fonts that run properties name themselves; a font of the theme replaces one by name (ECMA-376-1 §17.3.2.26).
  func fonts(of properties: XMLTree.Element, in tree: XMLTree) -> Fonts {
    guard let element = properties.elements(named: "rFonts").first else { return Fonts() }
    func font(_ names: String...) -> String? {
      for name in names {
        if let key = tree.value(of: "\(name)Theme", in: element), let font = themeFonts[key] { return font }
        if let font = tree.value(of: name, in: element) { return font }
      }
      return nil
    }
    return Fonts(eastAsian: font("w:eastAsia"), latin: font("w:ascii", "w:hAnsi"))
  }

  /// A style and all that it is based on; a circle ends where it closes.
  private func chain(from id: String?) -> [Style] {
    var result: [Style] = []
    var seen: Set<String> = []
    var next = id
    while let id = next, seen.insert(id).inserted, let style = styles[id] {
      result.append(style)
      next = style.basis
    }
    return result
  }

  /// `minorEastAsia` and its kind: what the theme names for Chinese, or its face for simplified characters.
  private mutating func readThemeFonts(_ theme: XMLTree) {
    guard let scheme = theme.root?.first(below: "fontScheme") else { return }
    for (kind, element) in [("major", "majorFont"), ("minor", "minorFont")] {
      guard let fonts = scheme.elements(named: element).first else { continue }
      func face(_ name: String) -> String? {
        let face = fonts.elements(named: name).first.flatMap { theme.value(of: "typeface", in: $0) }
        return face?.isEmpty == false ? face : nil
      }
      let simplified = fonts.elements(named: "font").first { theme.value(of: "script", in: $0) == "Hans" }
      themeFonts["\(kind)EastAsia"] = face("ea") ?? simplified.flatMap { theme.value(of: "typeface", in: $0) }
      for place in ["Ascii", "HAnsi"] { themeFonts["\(kind)\(place)"] = face("latin") }
    }
  }
}
