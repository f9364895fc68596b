// Tags with a level (TEMPLATES §4): docxtpl's `{%tr for … %}` takes the place of the row that it stands in, `{%tc` of
// the cell, `{%p` of the paragraph and `{%r` of the run.

import BatonDiagnostics

extension Draft {
  /// Puts each tag with a level in the place of the element that it names.
  mutating func replaceElements(
    _ levelled: [(node: Int, level: String)], _ vocabulary: Vocabulary, in source: Source
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var replaced: [(element: Int, level: String)] = []
    for (node, level) in levelled {
      let names = vocabulary.names(ofLevel: level)
      guard
        let element = ancestors(of: node).first(where: { ancestor in
          element(ancestor).map { names.contains(String($0.localName)) } ?? false
        })
      else {
        guard let tag = tag(node) else { continue }
        diagnostics.append(
          Diagnostic(
            "wrong-kind", .error, "「{%\(level)」不在它所说的元素里", at: .range(source, tag.range),
            help: "「{%tr」写在表格的行里，「{%tc」写在单元格里，「{%p」写在段落里"))
        continue
      }
      if !replaced.contains(where: { $0.element == element }) { replaced.append((element, level)) }
      move(node, to: position(of: element), in: nodes[element].parent)
    }
    for (element, level) in replaced {
      if let fault = remove(element, level, source) { diagnostics.append(fault) }
    }
    return diagnostics
  }

  /// Removes an element that a tag took the place of: nothing else may stand in it.
  private mutating func remove(_ element: Int, _ level: String, _ source: Source) -> Diagnostic? {
    for tag in tagsInside(element) { move(tag, to: position(of: element), in: nodes[element].parent) }
    defer { nodes[nodes[element].parent].children.remove(at: position(of: element)) }
    guard let rest = firstContent(in: element) else { return nil }
    return Diagnostic(
      "content-beside-tag", .error, "「{%\(level)」会替换整个\(rule(of: element)?.label ?? "元素")，里面还有别的内容",
      at: .range(source, rest), help: "把它移到别处，或去掉标签里的「\(level)」")
  }
}

extension Vocabulary {
  /// The elements that a level stands for: in XHTML those that Word's become.
  fileprivate func names(ofLevel level: String) -> Set<String> {
    guard name == Vocabulary.xhtml.name else { return [level] }
    switch level {
    case "p": return ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "caption"]
    case "tc": return ["td", "th"]
    case "r": return ["span", "b", "i", "u", "s", "em", "strong", "sub", "sup", "a", "code", "small", "mark"]
    default: return [level]
    }
  }
}

extension Draft {
  /// All tags below a node, in order.
  fileprivate func tagsInside(_ node: Int) -> [Int] {
    nodes[node].children.flatMap { child in tag(child) == nil ? tagsInside(child) : [child] }
  }

  /// Where the first thing below a node stands that would print.
  fileprivate func firstContent(in node: Int) -> SourceRange? {
    for child in nodes[node].children where !isBlank(child) {
      switch nodes[child].content {
      case .text(let text): return text.range
      case .output(let output): return output.range
      case .element(let element, let rule):
        if rule.isVoid || rule.kind == .any { return element.range }
        if let found = firstContent(in: child) { return found }
      case .tag, .root: continue
      }
    }
    return nil
  }
}
