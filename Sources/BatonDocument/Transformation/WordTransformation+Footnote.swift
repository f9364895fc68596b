// Footnotes: a mark in the text, and the note in a part of its own (TEMPLATES §12).

internal import BatonDiagnostics
internal import BatonOffice
package import BatonTemplate

extension CounterName {
  static let footnote = CounterName("footnote")
}

extension StreamName {
  /// The notes, behind the separators that Word wants.
  package static let footnotes = StreamName("footnotes")
}

extension WordTransformation {
  /// `span.footnote`: notes are numbered as they are printed.
  mutating func footnote(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    for className in element.classNames where className != "footnote" {
      reportUnknownClass(className, element, others: ["footnote"])
    }
    let range = element.range
    let reference = theme.characterStyle(named: "脚注序号")
    let mark = Markup.runProperties([
      reference.map { .value("w:rStyle", $0.id) },
      reference == nil ? .value("w:vertAlign", VerticalPosition.superscript.rawValue) : nil,
    ])
    let properties = mark?.text ?? ""

    var inner = WordContext.page.setting(.paragraph)
    if let style = theme.paragraphStyle(named: "脚注") {
      inner = inner.setting(.paragraphStyle, styles.number(of: style))
    }
    var note = LoweredNodes()
    note.markup("<w:footnote w:id=\"", range)
    note.append(.currentNumber(.footnote))
    note.markup("\">", range)
    note.append(paragraphStart(breaks: [], inner, range))
    note.markup("<w:r>\(properties)<w:footnoteRef/></w:r><w:r>\(textStart) \(textEnd)</w:r>", range)
    note.append(bookmarked(element, runs(element.children, inner)))
    note.markup("</w:p></w:footnote>", range)

    var content = LoweredNodes()
    content.append(.stream(.footnotes, isNew: false, body: note.nodes))
    content.markup("<w:r>\(properties)<w:footnoteReference w:id=\"", range)
    content.append(.currentNumber(.footnote))
    content.markup("\"/></w:r>", range)
    return LoweredNodes([.instruction(.counted(.footnote, body: content.nodes))])
  }
}
