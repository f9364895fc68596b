// Classes decide formats, so Word must know them all: a class with a condition makes one element a case
// (TEMPLATES §7).

internal import BatonDiagnostics
internal import BatonTemplate

extension TemplateNode.Element {
  /// The element as a statement with one element a case, where its class holds a condition.
  ///
  /// `class="a {% if x %}b{% endif %}"` is `{% if x %}<e class="a b">…{% else %}<e class="a ">…{% endif %}`; so is
  /// `class="{{ 'b' if x else 'c' }}"`.
  var splitByClass: TemplateNode.Block? {
    guard let index = attributes.firstIndex(where: { $0.name == "class" }) else { return nil }
    let value = attributes[index].value
    for (position, node) in value.enumerated() {
      switch node {
      case .block(let block):
        guard case .if? = block.clauses.first?.head else { continue }
        return split(block, at: position, in: index)
      case .output(let output):
        guard let block = output.choice else { continue }
        return split(block, at: position, in: index)
      default: continue
      }
    }
    return nil
  }

  private func split(_ block: TemplateNode.Block, at position: Int, in attribute: Int) -> TemplateNode.Block {
    var result = block
    for index in block.clauses.indices {
      result.clauses[index].body = [
        .element(replacing(position, in: attribute, by: block.clauses[index].body))
      ]
    }
    if case .else? = block.clauses.last?.head { return result }
    let otherwise = TemplateNode.Block.Clause(
      head: .else, headRange: block.range, body: [.element(replacing(position, in: attribute, by: []))])
    result.clauses.append(otherwise)
    return result
  }

  private func replacing(_ position: Int, in attribute: Int, by nodes: [TemplateNode]) -> Self {
    var element = self
    element.attributes[attribute].value.replaceSubrange(position...position, with: nodes)
    return element
  }

  /// Whether the class holds what no case can be made of.
  var hasClassFromData: Bool {
    guard let value = value(of: "class") else { return false }
    return splitByClass == nil && literal("class") == nil && !value.isEmpty
  }
}

extension TemplateNode.Output {
  /// `{{ 'a' if x else 'b' }}` as `{% if x %}a{% else %}b{% endif %}`.
  fileprivate var choice: TemplateNode.Block? {
    guard case .conditional(let then, let condition, let otherwise) = expression.kind,
      case .literal(.string(let first)) = then.kind
    else { return nil }
    var clauses = [
      TemplateNode.Block.Clause(
        head: .if(condition), headRange: range, body: [.text(TemplateNode.Text(first, range: then.range))])
    ]
    if let otherwise {
      guard case .literal(.string(let second)) = otherwise.kind else { return nil }
      clauses.append(
        TemplateNode.Block.Clause(
          head: .else, headRange: range, body: [.text(TemplateNode.Text(second, range: otherwise.range))]))
    }
    return TemplateNode.Block(clauses: clauses, range: range)
  }
}

extension WordTransformation {
  /// A class that the theme has no style for.
  mutating func reportUnknownClass(
    _ className: String, _ element: TemplateNode.Element, others: [String] = []
  ) {
    let known = theme.classNames(of: element.localName) + others
    let nearest = Suggestion.nearest(to: className, among: known)
    warn(
      "class-without-style", "主题里没有用于「\(element.localName).\(className)」的样式",
      element.startTagRange, help: nearest.map { "是不是想写「\($0)」？" })
  }

  /// A class whose value the data decide.
  mutating func reportClassFromData(_ element: TemplateNode.Element) {
    if element.hasClassFromData {
      report(
        "class-from-data", "「class」的值由数据决定，Word 文档里没法预备样式", element.startTagRange,
        help: "写成 class=\"{% if 条件 %}样式名{% endif %}\"")
    }
  }
}
