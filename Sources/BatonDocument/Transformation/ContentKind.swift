// What kind of content a list of nodes is (TEMPLATES §3), as far as Word needs to know it.

package import BatonTemplate

/// Kinds of content.
package enum ContentKind: Sendable, Hashable {
  /// Prints nothing.
  case nothing
  case text
  case inline
  /// Only page breaks.
  case pageBreak
  case block
  case item, row, rowGroup, cell, column, caption
  /// A call whose kind is only known where it is defined.
  case unknown

  /// The least kind that holds both.
  package func union(_ other: ContentKind) -> ContentKind {
    if self == other || other == .nothing { return self }
    switch (self, other) {
    case (.nothing, _): return other
    case (.text, .inline), (.inline, .text): return .inline
    case (.text, .unknown), (.unknown, .text), (.inline, .unknown), (.unknown, .inline): return .inline
    case (.unknown, _): return other
    case (_, .unknown): return self
    case (.row, .rowGroup), (.rowGroup, .row): return .rowGroup
    default: return .block
    }
  }

  /// Whether it stands in a paragraph.
  package var isInline: Bool { self == .text || self == .inline }
}

/// Infers kinds; knows the macros of the template and the names that it imports.
package struct KindInference: Sendable {
  private var macros: [String: ContentKind] = [:]
  private var importedNames: Set<String> = []
  private var importedModules: Set<String> = []

  package init(_ nodes: [TemplateNode]) {
    collectImports(nodes)
    // Macros may call each other: a fixed point from "prints nothing".
    let bodies = macroBodies(nodes)
    for (name, _) in bodies { macros[name] = .nothing }
    var isStable = false
    for _ in 0...bodies.count where !isStable {
      isStable = true
      for (name, body) in bodies {
        let kind = kind(of: body)
        if macros[name] != kind {
          macros[name] = kind
          isStable = false
        }
      }
    }
  }

  package func kind(of nodes: [TemplateNode]) -> ContentKind {
    nodes.reduce(.nothing) { $0.union(kind(of: $1)) }
  }

  package func kind(of node: TemplateNode) -> ContentKind {
    switch node {
    case .text(let text): text.characters.isEmpty ? .nothing : .text
    case .output(let output): callKind(output.expression)
    case .element(let element): kind(of: element)
    case .instruction: .nothing
    case .tag(let tag):
      switch tag.head {
      case .include: .unknown
      case .print: .text
      default: .nothing
      }
    case .block(let block): kind(of: block)
    }
  }

  private func kind(of block: TemplateNode.Block) -> ContentKind {
    switch block.clauses.first?.head {
    case .macro, .setBlock: .nothing
    case .call(_, let expression): callKind(expression)
    case .raw, .filter: .text
    default:
      block.clauses.reduce(.nothing) { $0.union(kind(of: $1.body)) }
    }
  }

  private func kind(of element: TemplateNode.Element) -> ContentKind {
    switch element.localName {
    case "b", "i", "u", "s", "em", "strong", "sub", "sup", "span", "a", "br", "code", "img": .inline
    case "li", "dt", "dd": .item
    case "tr": .row
    case "thead", "tbody", "tfoot": .rowGroup
    case "td", "th": .cell
    case "col": .column
    case "caption": .caption
    case "head", "title", "meta", "link", "style": .nothing
    case "hr" where element.hasClass("page"): .pageBreak
    default: .block
    }
  }

  /// The kind of what an expression prints as a whole: a fragment for a call of a macro, else text.
  package func callKind(_ expression: Expression) -> ContentKind {
    guard case .call(let callee, _) = expression.kind else { return .text }
    switch callee.kind {
    case .name("caller"), .name("super"), .name("loop"): return .unknown
    case .name(let name): return macros[name] ?? (importedNames.contains(name) ? .unknown : .text)
    case .attribute(let object, _, _):
      guard case .name(let name) = object.kind else { return .text }
      return name == "self" || importedModules.contains(name) ? .unknown : .text
    default: return .text
    }
  }

  /// Whether an expression as a whole calls a macro, block or caller, which prints by the register.
  package func isFragmentCall(_ expression: Expression) -> Bool {
    guard case .call(let callee, _) = expression.kind else { return false }
    if case .name(let name) = callee.kind, macros[name] != nil { return true }
    return callKind(expression) == .unknown
  }

  private mutating func collectImports(_ nodes: [TemplateNode]) {
    nodes.forEachTag { tag in
      switch tag.head {
      case .import(_, let alias, _): importedModules.insert(alias)
      case .fromImport(_, let names, _): importedNames.formUnion(names.map(\.alias))
      default: break
      }
    }
  }

  private func macroBodies(_ nodes: [TemplateNode]) -> [(name: String, body: [TemplateNode])] {
    var bodies: [(name: String, body: [TemplateNode])] = []
    nodes.forEachClause { clause in
      if case .macro(let name, _, _) = clause.head { bodies.append((name, clause.body)) }
    }
    return bodies
  }
}

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

  /// The value of an attribute that holds no tags.
  func literal(_ name: String) -> String? {
    guard let value = value(of: name) else { return nil }
    var text = ""
    for node in value {
      guard case .text(let part) = node else { return nil }
      text += part.characters
    }
    return text
  }

  /// The classes of an element whose class holds no tags.
  var classNames: [String] {
    (literal("class") ?? "").split(whereSeparator: { " \t\n\r".contains($0) }).map(String.init)
  }

  func hasClass(_ name: String) -> Bool { classNames.contains(name) }
}
