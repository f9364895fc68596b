// The theme: one definition in physical units that makes both the page's CSS and Word's styles.

/// Everything about how documents look.
public struct Theme: Sendable, Hashable {
  package var page: Page
  package var landscapePage: Page
  /// The exact height of a line and what is added between characters: 22 lines of 28 characters.
  package var lineHeight: Length
  package var characterSpacing: Length
  package var fonts: [Font]
  package var paragraphStyles: [ParagraphStyle]
  package var characterStyles: [CharacterStyle]
  package var tableStyles: [TableStyle]
  package var boxes: [BoxStyle]
  package var lists: ListFormats

  /// A sheet of paper; `inside` is the binding edge, left on odd pages.
  package struct Page: Sendable, Hashable {
    package var width: Length
    package var height: Length
    package var top: Length
    package var bottom: Length
    package var inside: Length
    package var outside: Length
    package var headerDistance: Length
    package var footerDistance: Length

    /// The width of the text, in twips.
    package var textWidth: Int { width.twips - inside.twips - outside.twips }
  }
}

extension Theme {
  package func characterStyle(named name: String) -> CharacterStyle? {
    characterStyles.first { $0.name == name }
  }

  /// The style that an element of a class has.
  package func paragraphStyle(for element: some StringProtocol, _ className: String? = nil) -> ParagraphStyle?
  {
    let selector = StyleSelector(element: String(element), className: className)
    return paragraphStyles.first { $0.selectors.contains(selector) }
  }

  package func paragraphStyle(named name: String) -> ParagraphStyle? {
    paragraphStyles.first { $0.name == name }
  }

  package func characterStyle(for element: some StringProtocol, _ className: String? = nil) -> CharacterStyle?
  {
    let selector = StyleSelector(element: String(element), className: className)
    return characterStyles.first { $0.selectors.contains(selector) }
  }

  package func tableStyle(for element: some StringProtocol, _ className: String? = nil) -> TableStyle? {
    let selector = StyleSelector(element: String(element), className: className)
    return tableStyles.first { $0.selectors.contains(selector) }
  }

  /// Where a `div` of one of some classes stands, if one of them is a box.
  package func box(ofClasses classNames: [String]) -> BoxStyle? {
    boxes.first { box in
      box.selectors.contains { $0.element == "div" && classNames.contains($0.className ?? "") }
    }
  }

  /// Every class that an element may have by the theme.
  package func classNames(of element: some StringProtocol) -> [String] {
    let selectors =
      paragraphStyles.flatMap(\.selectors) + characterStyles.flatMap(\.selectors)
      + tableStyles.flatMap(\.selectors) + boxes.flatMap(\.selectors)
    return selectors.filter { $0.element == element }.compactMap(\.className)
  }
}
