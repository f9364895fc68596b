// The list of contents: the headings that are printed, each with the page it stands on, in a field that Word keeps
// up to date (TEMPLATES §12).

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension SlotName {
  fileprivate static let contents = SlotName("contents")
  fileprivate static let contentsEnd = SlotName("contents end")
}

extension CounterName {
  fileprivate static let heading = CounterName("heading")
  fileprivate static let contentsEntry = CounterName("contents entry")
}

extension WordTransformation {
  /// `nav.toc`: where the entries stand, and the end of their field if there are any.
  func contents() -> LoweredNodes {
    LoweredNodes([.instruction(.slot(.contents)), .instruction(.slot(.contentsEnd))])
  }

  /// A heading's content, and the anchor that its entry points to.
  struct Listed {
    let start: LoweredNodes
    let content: LoweredNodes
    let end: LoweredNodes
  }

  /// What a heading holds, so that the contents list it where there are any.
  func listed(_ content: LoweredNodes, level: Int, _ range: SourceRange) -> Listed {
    var start = LoweredNodes()
    start.markup("<w:bookmarkStart w:id=\"\(Self.headingIDs)", range)
    start.append(.nextNumber(.heading))
    start.markup("\" w:name=\"_Toc", range)
    start.append(.lastNumber(.heading, offset: 0))
    start.markup("\"/>", range)
    var end = LoweredNodes()
    end.markup("<w:bookmarkEnd w:id=\"\(Self.headingIDs)", range)
    end.append(.lastNumber(.heading, offset: 0))
    end.markup("\"/>", range)
    return Listed(
      start: LoweredNodes([.instruction(.whereAsked(.contents, body: start.nodes))]),
      content: LoweredNodes([
        .instruction(
          .echo(
            .contents, open: entryStart(level: level, range).nodes, body: content.nodes,
            close: entryEnd(range).nodes))
      ]),
      end: LoweredNodes([.instruction(.whereAsked(.contents, body: end.nodes))]))
  }

  /// Before the number of a heading: ids that no other bookmark has.
  private static let headingIDs = "900000"

  private func entryStart(level: Int, _ range: SourceRange) -> LoweredNodes {
    let style = (1...level).reversed().lazy.compactMap { self.theme.paragraphStyle(for: "li", "toc-\($0)") }
      .first
    let tab = Markup(
      "w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": "\(theme.page.textWidth)"])
    let properties = Markup.paragraphProperties([
      style.map { .value("w:pStyle", $0.id) }, Markup("w:tabs", [:], [tab]),
    ])
    var lowered = LoweredNodes()
    lowered.markup("<w:p>" + (properties?.text ?? ""), range)
    lowered.append(.once(.contentsEntry, body: fieldStart(range).nodes))
    lowered.append(.fill(.contentsEnd, body: fieldEnd(range).nodes))
    lowered.markup("<w:hyperlink w:anchor=\"_Toc", range)
    lowered.append(.lastNumber(.heading, offset: 0))
    lowered.markup("\" w:history=\"1\">", range)
    lowered.append(runStart(.page, range))
    return lowered
  }

  private func entryEnd(_ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(textEnd + "</w:r>" + Markup("w:r", [:], [Markup("w:tab")]).text, range)
    lowered.append(
      fieldRuns(
        instruction: { content in
          content.markup(" PAGEREF _Toc", range)
          content.append(.lastNumber(.heading, offset: 0))
          content.markup(" \\h ", range)
        }, .page, range))
    lowered.markup("</w:hyperlink></w:p>", range)
    return lowered
  }

  /// The field begins in the first entry: what stands in front of it would be lost when Word makes the list anew.
  private func fieldStart(_ range: SourceRange) -> LoweredNodes {
    let runs = [
      Markup("w:fldChar", ["w:fldCharType": "begin", "w:dirty": "true"]),
      Markup("w:instrText", ["xml:space": "preserve"], text: #" TOC \o "1-9" \h \z \u "#),
      Markup("w:fldChar", ["w:fldCharType": "separate"]),
    ]
    var lowered = LoweredNodes()
    lowered.markup(runs.map { Markup("w:r", [:], [$0]).text }.joined(), range)
    return lowered
  }

  private func fieldEnd(_ range: SourceRange) -> LoweredNodes {
    let end = Markup("w:r", [:], [Markup("w:fldChar", ["w:fldCharType": "end"])])
    var lowered = LoweredNodes()
    lowered.markup(Markup("w:p", [:], [Markup.hairlineProperties, end].compactMap(\.self)).text, range)
    return lowered
  }
}
