// `div` of a class that the theme places on the paper: a text box, which vanishes when nothing was printed in it.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  mutating func box(
    _ element: TemplateNode.Element, _ box: BoxStyle, _ context: WordContext
  ) -> LoweredNodes {
    let range = element.startTagRange
    let anchored = AnchoredBox(box, on: theme.page)
    var inner = context.setting(.flow).setting(.paragraphStyle, 0).setting(.listDepth, 0).setting(
      .numbered, 0
    )
    .withoutAddedLists
    for field in ContextField.runFields { inner = inner.setting(field, 0) }
    var open = LoweredNodes()
    open.markup(anchored.start, range)
    open.append(.nextNumber(.drawing))
    open.markup(anchored.middle, range)
    let content = flow(element.children, inner)
    var close = LoweredNodes()
    close.markup(anchored.end, element.range)
    var lowered = LoweredNodes()
    lowered.append(.unlessEmpty(open: open.nodes, body: content.nodes, close: close.nodes))
    return lowered
  }
}
