// How an environment reads XML templates: each is lifted once and looked into by all that name it.

import BatonDiagnostics
import BatonXML
import Synchronization

extension Environment {
  /// A template, its structure checked.
  func structuredTemplate(
    of source: Source, _ vocabulary: Vocabulary
  ) throws(TemplateError) -> StructuredTemplate {
    let template = try dialect.read(source, vocabulary)
    return try StructuredTemplate(template) { self.writtenTemplate(named: $0, vocabulary) }
  }

  /// Another template as it was written; `nil` where there is none, and where it has faults, which it shows when
  /// it is compiled itself.
  private func writtenTemplate(named name: String, _ vocabulary: Vocabulary) -> XMLTemplate? {
    if let known = written.withLock({ $0[name] }) { return known }
    guard Dialect.isXML(name), let source = try? loader.source(named: name),
      let template = try? dialect.read(source, vocabulary)
    else { return nil }
    written.withLock { $0[name] = template }
    return template
  }
}

extension Source {
  /// A text that is printed among XML may hold no character that XML can't.
  func refuseControlCharacters() throws(TemplateError) {
    let refused = bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let refused else { return }
    let digits = String(bytes[refused], radix: 16, uppercase: true)
    throw TemplateError(
      Diagnostic(
        "invalid-character", .error, "模板里有文档不能容纳的字符「U+00\(digits.count == 1 ? "0" : "")\(digits)」",
        at: .range(self, SourceRange(refused, refused + 1)), help: "从模板里删掉这个字符"))
  }
}

extension [TemplateNode] {
  /// A text template among XML templates: its characters are text, its values stand between tags.
  var asTextOfMarkup: [TemplateNode] {
    map { node in
      switch node {
      case .text(var text):
        text.characters = Escaping.text(text.characters)
        return .text(text)
      case .output(var output):
        output.place = .text
        return .output(output)
      case .block(var block):
        for index in block.clauses.indices {
          block.clauses[index].body = block.clauses[index].body.asTextOfMarkup
        }
        return .block(block)
      case .element, .tag, .instruction: return node
      }
    }
  }
}
