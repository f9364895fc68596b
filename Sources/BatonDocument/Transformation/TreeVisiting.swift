// Looking into template trees.

internal import BatonTemplate

extension [TemplateNode] {
  /// Visits every tag without a body, in any depth.
  func forEachTag(_ visit: (TemplateNode.Tag) -> Void) {
    for node in self {
      switch node {
      case .tag(let tag): visit(tag)
      case .element(let element): element.children.forEachTag(visit)
      case .block(let block): for clause in block.clauses { clause.body.forEachTag(visit) }
      case .text, .output, .instruction: break
      }
    }
  }

  /// Visits every clause of every block, in any depth.
  func forEachClause(_ visit: (TemplateNode.Block.Clause) -> Void) {
    for node in self {
      switch node {
      case .element(let element): element.children.forEachClause(visit)
      case .block(let block):
        for clause in block.clauses {
          visit(clause)
          clause.body.forEachClause(visit)
        }
      case .text, .output, .tag, .instruction: break
      }
    }
  }
}

extension TemplateNode.Element {
  /// The value of an attribute, tags included.
  func value(of name: String) -> [TemplateNode]? {
    attributes.first { $0.name == name }?.value
  }

  /// The value of an attribute that the data have no part in.
  func literal(_ name: String) -> String? {
    guard let value = value(of: name) else { return nil }
    var text = ""
    for node in value {
      switch node {
      case .text(let part): text += part.characters
      case .output(let output):
        guard case .literal(.string(let constant)) = output.expression.kind else { return nil }
        text += constant
      case .element, .block, .tag, .instruction: return nil
      }
    }
    return text
  }

  /// The classes of an element whose class holds no tags.
  var classNames: [String] {
    (literal("class") ?? "").split(whereSeparator: { " \t\n\r".contains($0) }).map(String.init)
  }

  func hasClass(_ name: String) -> Bool { classNames.contains(name) }
}
