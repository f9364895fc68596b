// Notes and contents of a page (TEMPLATES §12): notes are gathered in a slot and printed at the end of the page
// section that refers to them; the headings that are printed stand in the slot of the contents list.

import BatonDiagnostics
import BatonXML

extension MarkupLowering {
  private static let notes = SlotName("footnotes")
  private static let noteNumber = CounterName("footnote")
  private static let contents = SlotName("contents")
  private static let headingNumber = CounterName("heading")

  // MARK: Notes

  func isFootnote(_ element: TemplateNode.Element) -> Bool {
    isClassed(element, "span", "footnote")
  }

  /// Whether the notes that are waiting are printed at the end of an element.
  func endsNotes(_ element: TemplateNode.Element) -> Bool {
    element.localName == "body" || isClassed(element, "section", "page")
  }

  private func isClassed(_ element: TemplateNode.Element, _ name: String, _ word: Substring) -> Bool {
    !element.attributes.isEmpty && element.localName == name[...] && element.literalClasses.contains(word)
  }

  /// The mark, and the note for later.
  mutating func footnote(_ element: TemplateNode.Element) -> [TemplateNode] {
    let range = element.range
    func text(_ markup: String) -> TemplateNode { .verbatim(markup, range) }
    let number = TemplateNode.instruction(.lastNumber(Self.noteNumber, offset: 0))
    func id(_ prefix: String) -> TemplateNode {
      .instruction(.identifier(.definition, body: [text(prefix), number]))
    }
    let mark = [
      text("<sup class=\"footnote-mark\"><a href=\"#note-"), .instruction(.nextNumber(Self.noteNumber)),
      text("\" id=\""), id("note-mark-"), text("\">"), number, text("</a></sup>"),
    ]
    let note =
      [
        text("<p class=\"footnote\" id=\""), id("note-"),
        text("\"><a class=\"footnote-number\" href=\"#note-mark-"), number, text("\">"), number,
        text("</a> "),
      ] + lower(element.children, place: .text) + [text("</p>")]
    return [
      .instruction(.unechoed(body: mark)), .instruction(.append(Self.notes, body: note.mergingVerbatim)),
    ]
  }

  /// The notes that are waiting, if there are any.
  func notes(_ range: SourceRange) -> [TemplateNode] {
    [
      .instruction(
        .unlessEmpty(
          open: [.verbatim("<section class=\"footnotes\">", range)], body: [.instruction(.drain(Self.notes))],
          close: [.verbatim("</section>", range)]))
    ]
  }

  // MARK: Contents

  func isContents(_ element: TemplateNode.Element) -> Bool {
    isClassed(element, "nav", "toc")
  }

  /// The list of the headings.
  func contents(_ open: [TemplateNode], _ element: TemplateNode.Element) -> [TemplateNode] {
    let range = element.range
    return
      (open + [
        .verbatim("<ul>", range), .instruction(.slot(Self.contents)), .verbatim("</ul></nav>", range),
      ]).mergingVerbatim
  }

  /// 1 for `h1`.
  func headingLevel(_ element: TemplateNode.Element) -> Int? {
    let name = element.localName.utf8
    guard name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last,
      (0x31...0x36).contains(digit)
    else { return nil }
    return Int(digit - 0x30)
  }

  /// The id of a heading that has none of its own, where there is a contents list to point to it.
  func contentsID(_ range: SourceRange) -> TemplateNode {
    let name: [TemplateNode] = [
      .verbatim("heading-", range), .instruction(.nextNumber(Self.headingNumber)),
    ]
    return .instruction(
      .whereAsked(
        Self.contents,
        body: [
          .verbatim(" id=\"", range), .instruction(.identifier(.definition, body: name)),
          .verbatim("\"", range),
        ]))
  }

  /// The content of a heading, that is to stand in the contents list too.
  mutating func contentsEntry(
    _ level: Int, _ body: [TemplateNode], of element: TemplateNode.Element
  ) -> TemplateNode {
    let range = element.startTagRange
    var open: [TemplateNode] = [.verbatim("<li class=\"toc-\(level)\"><a href=\"#", range)]
    if let id = element.attribute("id") {
      open += lowerPieces(id.value, .attribute)
    } else {
      open += [.verbatim("heading-", range), .instruction(.lastNumber(Self.headingNumber, offset: 0))]
    }
    open.append(.verbatim("\">", range))
    return .instruction(
      .echo(
        Self.contents, open: open.mergingVerbatim, body: body, close: [.verbatim("</a></li>", range)]))
  }
}
