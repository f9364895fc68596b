// `img` on a page that needs no other file: the picture's bytes stand in its address.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension TemplateNode.Element {
  /// The element as markup with the picture in it; `nil` where its source cannot be one.
  var pagePicture: TemplateNode? {
    guard let value = attribute("src")?.value, !value.isEmpty,
      let source = value.concatenation(startTagRange)
    else { return nil }
    func length(_ name: String) -> Expression? {
      attribute(name).flatMap { $0.value.isEmpty ? nil : $0.value.concatenation($0.range) }
    }
    let request = Instruction.PictureRequest(
      source: source, width: length("width"), height: length("height"), isInline: false,
      context: ContextBits(mask: 0, value: 0), range: startTagRange)
    var body = LoweredNodes()
    body.markup("<img src=\"", startTagRange)
    body.append(.pictureValue(.address))
    body.markup("\"", startTagRange)
    if request.width != nil || request.height != nil {
      body.markup(" style=\"", startTagRange)
      body.append(.pictureValue(.style))
      body.markup("\"", startTagRange)
    }
    for attribute in attributes where !["src", "width", "height", "style", "xmlns"].contains(attribute.name) {
      body.append(attribute.printed)
    }
    body.markup(">", startTagRange)
    return .instruction(.picture(request, body: body.nodes))
  }
}

extension TemplateNode.Attribute {
  /// The attribute with its value; the alternative text stays though it be empty.
  fileprivate var printed: LoweredNodes {
    var open = LoweredNodes()
    open.markup(" \(name)=\"", range)
    var content = value.attributeValue(.attribute)
    if name == "id" {
      content = LoweredNodes([.instruction(.identifier(.definition, body: content.nodes))])
    }
    var close = LoweredNodes()
    close.markup("\"", range)
    var lowered = LoweredNodes()
    if name == "alt" {
      lowered.append(open)
      lowered.append(content)
      lowered.append(close)
    } else {
      lowered.append(.unlessEmpty(open: open.nodes, body: content.nodes, close: close.nodes))
    }
    return lowered
  }
}
