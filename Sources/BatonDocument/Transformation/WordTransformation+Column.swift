// Columns that a table declares: widths that are known, or told to the grid register while they are printed.

internal import BatonDiagnostics
internal import BatonTemplate

extension WordTransformation {
  /// The widths of columns that are printed whatever the data, or `nil` where a tag decides.
  mutating func fixedColumns(_ nodes: [TemplateNode]) -> [ColumnWidth]? {
    var widths: [ColumnWidth] = []
    for node in nodes {
      switch node {
      case .element(let element): widths += self.widths(of: element)
      case .text: break
      case .block, .output, .tag, .instruction: return nil
      }
    }
    return widths.isEmpty ? nil : widths
  }

  /// Columns as they come, for the register.
  mutating func columns(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element): for width in widths(of: element) { lowered.append(.gridColumn(width)) }
      case .block(let block): lowered.append(statement(block, context) { $0.columns($1, $2) })
      case .output, .tag: lowered.append(call(node, context))
      case .text, .instruction: break
      }
    }
    return lowered
  }

  /// A `col` counts as many times as its `span` says.
  private mutating func widths(of element: TemplateNode.Element) -> [ColumnWidth] {
    let text = element.literal("width")
    let width = text.map { $0.isEmpty ? .share : ColumnWidth($0) } ?? .share
    if width == nil || element.value(of: "width") != nil && text == nil {
      report("bad-number", "列宽不对", element.startTagRange, help: "写成 width=\"20mm\" 或 width=\"15%\"")
    }
    let span = element.value(of: "span").map { _ in element.literal("span").flatMap { Int($0) } } ?? 1
    guard let span, (1...63).contains(span) else {
      report("bad-number", "「span」要写 1 到 63 的整数", element.startTagRange, help: "由数据决定的列写成循环里的「col」")
      return []
    }
    return Array(repeating: width ?? .share, count: span)
  }
}
