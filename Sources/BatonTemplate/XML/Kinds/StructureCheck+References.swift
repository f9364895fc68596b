// Which templates name each other: a circle would never end (TEMPLATES §1).

import BatonDiagnostics

extension StructureCheck {
  mutating func checkReferences() {
    let start = template.source.name
    for reference in template.nodes.templateReferences {
      checkVocabulary(of: reference)
      var seen: Set<String> = []
      guard let way = way(from: reference.name, to: start, &seen) else { continue }
      let circle = ([start] + way).map { "「\($0)」" }.joined(separator: "→")
      refuse("include-loop", "模板互相引用，没有尽头：\(circle)", reference.range, help: "反复的内容写成宏，让宏调用自己")
    }
  }

  /// A page cannot hold what was written in Word, and templates extend their like only (TEMPLATES §9).
  private mutating func checkVocabulary(of reference: TemplateReference) {
    guard let found = analysis.names(of: reference.name)?.template.vocabulary.name,
      found != template.vocabulary.name
    else { return }
    let isFromPage = template.vocabulary.name == Vocabulary.xhtml.name
    guard reference.extends || isFromPage else { return }
    refuse(
      "wrong-vocabulary", "「\(reference.name)」与这个模板的写法不同，不能\(reference.extends ? "继承" : "放在这里")",
      reference.range, help: "XHTML 模板可以放进 Word 模板，反过来不行")
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

/// A template that a tag names.
struct TemplateReference {
  var name: String
  var range: SourceRange
  var extends: Bool
}

extension [TemplateNode] {
  /// The templates that tags name, with the tags' places.
  var templateReferences: [TemplateReference] {
    var references: [TemplateReference] = []
    collectReferences(&references)
    return references
  }

  private func collectReferences(_ references: inout [TemplateReference]) {
    for node in self {
      switch node {
      case .element(let element): element.children.collectReferences(&references)
      case .block(let block): for clause in block.clauses { clause.body.collectReferences(&references) }
      case .tag(let tag):
        guard let names = tag.head.template?.constantNames else { continue }
        let extends = if case .extends = tag.head { true } else { false }
        references += names.map { TemplateReference(name: $0, range: tag.range, extends: extends) }
      case .text, .output, .instruction: continue
      }
    }
  }
}
