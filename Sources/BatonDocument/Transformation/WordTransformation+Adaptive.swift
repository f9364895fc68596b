// Inline content of macros, blocks and callers: characters in a run, runs in a paragraph, or a paragraph of the
// container's style, whichever the place of the call wants.

internal import BatonDiagnostics
internal import BatonTemplate

extension WordTransformation {
  /// Inline content with what must stand round it at each level.
  mutating func adaptive(_ nodes: [TemplateNode], _ context: WordContext, isText: Bool) -> LoweredNodes {
    let range = nodes.range ?? SourceRange(0, 0)
    let body = isText ? text(nodes, context) : runs(nodes, context)

    var runOpen = LoweredNodes()
    var runClose = LoweredNodes()
    if isText {
      runOpen = runStart(context, range)
      runClose.markup(textEnd + "</w:r>", range)
    }
    let picturing = picturing(nodes)
    var paragraphOpen = paragraphStart(breaks: [], picturing: picturing, context, range)
    paragraphOpen.append(runOpen)
    var paragraphClose = runClose
    paragraphClose.markup("</w:p>", range)

    let open = byLevel(flow: paragraphOpen, paragraph: runOpen)
    let close = byLevel(flow: paragraphClose, paragraph: runClose)
    var lowered = LoweredNodes()
    if nodes.isDynamic {
      lowered.append(.unlessEmpty(open: open.nodes, body: body.nodes, close: close.nodes))
    } else {
      lowered.append(open)
      lowered.append(body)
      lowered.append(close)
    }
    return lowered.knowingPictures(picturing)
  }

  private func byLevel(flow: LoweredNodes, paragraph: LoweredNodes) -> LoweredNodes {
    let cases = [(PrintingLevel.flow, flow), (.paragraph, paragraph)].compactMap { level, nodes in
      nodes.isEmpty ? nil : ContextCase(value: ContextField.level.bits(level.rawValue), body: nodes.nodes)
    }
    var lowered = LoweredNodes()
    lowered.append(.byContext(mask: ContextField.level.mask, cases: cases, otherwise: []))
    return lowered
  }
}
