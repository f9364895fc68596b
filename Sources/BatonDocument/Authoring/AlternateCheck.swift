// Word stores some drawings twice, for itself and for older programs. Both are printed, so that a statement in them
// runs twice: it must not change what the rest of the template sees (TEMPLATES §9).

internal import BatonDiagnostics
internal import BatonTemplate

enum AlternateCheck {
  private static let namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  /// - Throws: `effect-in-alternate` for each statement in an `mc:AlternateContent` that sets a field of a namespace.
  static func check(_ template: XMLTemplate) throws(TemplateError) {
    var faults: [Diagnostic] = []
    check(template.nodes, isInside: false, in: template.source, &faults)
    if !faults.isEmpty { throw TemplateError(faults) }
  }

  private static func check(
    _ nodes: [TemplateNode], isInside: Bool, in source: Source, _ faults: inout [Diagnostic]
  ) {
    for node in nodes {
      switch node {
      case .element(let element):
        let begins = element.namespace == namespace && element.localName == "AlternateContent"
        check(element.children, isInside: isInside || begins, in: source, &faults)
      case .block(let block):
        for clause in block.clauses { check(clause.body, isInside: isInside, in: source, &faults) }
      case .tag(let tag):
        guard isInside, case .set(let targets, _) = tag.head,
          targets.contains(where: { if case .attribute = $0 { true } else { false } })
        else { continue }
        faults.append(
          Diagnostic(
            "effect-in-alternate", .error, "文本框、图形在文件里存了两份，这里的赋值会做两次", at: .range(source, tag.range),
            help: "把赋值移到文本框外面"))
      case .text, .output, .instruction: continue
      }
    }
  }
}
