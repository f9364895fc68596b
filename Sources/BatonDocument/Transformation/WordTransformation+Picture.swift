// Pictures: a drawing in a run, as large as the template says and no wider than what holds it (TEMPLATES §13).

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension CounterName {
  /// Ids of drawings are unique over all parts.
  static let drawing = CounterName("drawing")
}

extension WordTransformation {
  /// `img` as runs of its paragraph.
  mutating func picture(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    guard let source = (element.value(of: "src") ?? []).concatenation(element.startTagRange),
      element.value(of: "src")?.isEmpty == false
    else {
      report("unknown-image", "图片的「src」里只能有文字和 {{ }}", element.startTagRange, help: "写图片的文件名")
      return LoweredNodes()
    }
    let side = side(of: element)
    let request = Instruction.PictureRequest(
      source: source, width: length("width", of: element), height: length("height", of: element),
      isInline: side == nil, context: context.bits, range: element.startTagRange)
    let drawing = Drawing(
      side: side, range: element.range,
      description: (element.value(of: "alt") ?? []).attributeValue(.attribute))
    var lowered = LoweredNodes()
    lowered.append(
      .counted(.drawing, body: [.instruction(.picture(request, body: drawing.run.nodes))]))
    return lowered
  }

  /// The side of the text that a picture floats on.
  private mutating func side(of element: TemplateNode.Element) -> Drawing.Side? {
    reportClassFromData(element)
    var side: Drawing.Side?
    for className in element.classNames {
      side = Drawing.Side(className: className) ?? side
      if Drawing.Side(className: className) == nil {
        reportUnknownClass(className, element, others: Drawing.Side.allCases.map(\.className))
      }
    }
    return side
  }

  private mutating func length(_ name: String, of element: TemplateNode.Element) -> Expression? {
    guard let attribute = element.attribute(name), !attribute.value.isEmpty else { return nil }
    if let text = element.literal(name), PictureLength(text) == nil {
      report(
        "bad-number", "「\(text)」不是图片的长度", attribute.range, help: "写成「40mm」「120pt」「50%」，或像素数「300」")
      return nil
    }
    guard let value = attribute.value.concatenation(attribute.range) else {
      report("bad-number", "「\(name)」里只能有文字和 {{ }}", attribute.range)
      return nil
    }
    return value
  }

  // MARK: Paragraphs

  /// What the paragraph of inline content must know of pictures.
  enum Picturing {
    case none, some
    /// A call may print one.
    case perhaps
  }

  func picturing(_ nodes: [TemplateNode]) -> Picturing {
    var result = Picturing.none
    for node in nodes {
      let found: Picturing =
        switch node {
        case .element(let element) where element.localName == "img":
          element.classNames.contains { Drawing.Side(className: $0) != nil } ? .none : .some
        case .element(let element) where element.hasClass("footnote"): .none
        case .element(let element): picturing(element.children)
        case .block(let block): picturing(block)
        case .output(let output): kinds.printsFragment(output) ? .perhaps : .none
        case .tag(let tag): if case .include = tag.head { .perhaps } else { .none }
        case .text, .instruction: .none
        }
      if case .some = found { return .some }
      if case .perhaps = found { result = .perhaps }
    }
    return result
  }

  private func picturing(_ block: TemplateNode.Block) -> Picturing {
    switch block.clauses.first?.head {
    case .macro, .setBlock: .none
    case .call, .block, .for(_, in: _, where: _, isRecursive: true): .perhaps
    default: picturing(block.clauses.flatMap(\.body))
    }
  }

  /// A cell's content where pictures in it must be no wider than the cell; without a share, the grid register knows
  /// how wide that is.
  func limitingPictures(
    in element: TemplateNode.Element, share: Int?, _ context: WordContext, _ content: LoweredNodes
  ) -> LoweredNodes {
    guard mayHoldPicture(element.children) else { return content }
    return LoweredNodes([.instruction(.container(share: share, context.bits, body: content.nodes))])
  }

  private func mayHoldPicture(_ nodes: [TemplateNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .element(let element): element.localName == "img" || mayHoldPicture(element.children)
      case .block(let block):
        switch block.clauses.first?.head {
        case .call, .block: true
        default: block.clauses.contains { mayHoldPicture($0.body) }
        }
      case .output(let output): kinds.printsFragment(output)
      case .tag(let tag): if case .include = tag.head { true } else { false }
      case .text, .instruction: false
      }
    }
  }
}
