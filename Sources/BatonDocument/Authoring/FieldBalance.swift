// A field is never cut (TEMPLATES §4): what a statement encloses holds as many ends of fields as beginnings.

internal import BatonDiagnostics
internal import BatonTemplate

enum FieldBalance {
  /// - Throws: `block-cuts-field` for each statement that begins or ends inside of a field.
  static func check(_ template: XMLTemplate) throws(TemplateError) {
    var faults: [Diagnostic] = []
    check(template.nodes, in: template.source, &faults)
    if !faults.isEmpty { throw TemplateError(faults) }
  }

  private static func check(_ nodes: [TemplateNode], in source: Source, _ faults: inout [Diagnostic]) {
    for node in nodes {
      switch node {
      case .element(let element): check(element.children, in: source, &faults)
      case .block(let block):
        for clause in block.clauses {
          var depth = 0
          var lowest = 0
          walk(clause.body, &depth, &lowest)
          if depth != 0 || lowest < 0 {
            faults.append(
              Diagnostic(
                "block-cuts-field", .error, "标签把一个域切成了两半", at: .range(source, clause.headRange),
                help: "把标签移到域（超链接、页码、引用）的外面"))
          }
          check(clause.body, in: source, &faults)
        }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }

  private static func walk(_ nodes: [TemplateNode], _ depth: inout Int, _ lowest: inout Int) {
    for node in nodes {
      switch node {
      case .element(let element):
        if element.isWord("fldChar") {
          switch element.value("w:fldCharType") {
          case "begin": depth += 1
          case "end": depth -= 1
          default: break
          }
          lowest = min(lowest, depth)
        }
        walk(element.children, &depth, &lowest)
      case .block(let block): for clause in block.clauses { walk(clause.body, &depth, &lowest) }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }
}
