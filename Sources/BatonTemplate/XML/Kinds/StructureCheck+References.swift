// Which templates name each other: a circle would never end (TEMPLATES §1).

import BatonDiagnostics

extension StructureCheck {
  mutating func checkReferences() {
    let start = template.source.name
    for reference in template.nodes.templateReferences {
      var seen: Set<String> = []
      guard let way = way(from: reference.name, to: start, &seen) else { continue }
      let circle = ([start] + way).map { "「\($0)」" }.joined(separator: "→")
      refuse("include-loop", "模板互相引用，没有尽头：\(circle)", reference.range, help: "反复的内容写成宏，让宏调用自己")
    }
  }

  /// The templates on the way from one to another, both included.
  private mutating func way(from name: String, to target: String, _ seen: inout Set<String>) -> [String]? {
    if name == target { return [name] }
    guard seen.insert(name).inserted, let found = analysis.names(of: name) else { return nil }
    for reference in found.template.nodes.templateReferences {
      if let rest = way(from: reference.name, to: target, &seen) { return [name] + rest }
    }
    return nil
  }
}

extension [TemplateNode] {
  /// The templates that tags name, with the tags' places.
  var templateReferences: [(name: String, range: SourceRange)] {
    flatMap { node -> [(name: String, range: SourceRange)] in
      switch node {
      case .element(let element): return element.children.templateReferences
      case .block(let block): return block.clauses.flatMap { $0.body.templateReferences }
      case .tag(let tag):
        return (tag.head.template?.constantNames ?? []).map { ($0, tag.range) }
      case .text, .output, .instruction: return []
      }
    }
  }
}
