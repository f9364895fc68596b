// What may be done with a fragment in an expression (TEMPLATES §8), and what has no place in XML.

import BatonDiagnostics

extension StructureCheck {
  /// Filters that know what to do with a piece of markup.
  private static let markupFilters: Set<String> = [
    "d", "default", "join", "striptags", "string", "length", "count", "safe", "e", "escape", "forceescape",
  ]

  mutating func check(_ expression: Expression, _ scope: KindAnalysis.Scope) {
    expression.forEachPart { check($0, scope) }
    switch expression.kind {
    case .filter(_, "xmlattr", let range, _):
      refuse("not-in-xml", "XML 模板里不能用「xmlattr」", range, help: "一个属性一个属性地写，没有值的不会印出")
    case .filter(let value?, let name, let range, _):
      guard !Self.markupFilters.contains(name), let label = fragment(value, scope) else { return }
      refuse("markup-operation", "「\(label)」是带格式的内容，不能用「\(name)」处理", range, help: "先用「striptags」取它的文字")
    case .comparison(let first, let rest):
      for operand in [first] + rest.map(\.operand) {
        guard let label = fragment(operand, scope) else { continue }
        refuse("markup-operation", "「\(label)」是带格式的内容，不能比较", operand.range, help: "先用「striptags」取它的文字")
      }
    default: return
    }
  }

  /// The name of what an expression prints, if that is more than text.
  private mutating func fragment(_ expression: Expression, _ scope: KindAnalysis.Scope) -> String? {
    guard case .fragment(let fragment, let label) = analysis.printed(by: expression, in: scope) else {
      return nil
    }
    return analysis.leaves(of: fragment).items.contains { $0.kind != .text } ? label : nil
  }
}
