// The names of one template: its macros, captures, blocks and what it imports.

import BatonDiagnostics

/// Where a name that prints comes from.
struct TemplateNames {
  private(set) var macros: [String: TemplateNode.Block] = [:]
  private(set) var captures: [String: [TemplateNode.Block]] = [:]
  private(set) var blocks: [String: TemplateNode.Block] = [:]
  /// `from "x" import a as b`: b → (x, a)
  private(set) var imported: [String: (template: String, name: String)] = [:]
  /// `import "x" as m`: m → x
  private(set) var modules: [String: String] = [:]
  private(set) var parent: String?
  /// Where `extends` stands.
  private(set) var extendsRange: SourceRange?
  /// Recursive loops, by where they begin.
  private(set) var loops: [UInt32: TemplateNode.Block] = [:]

  init(_ nodes: [TemplateNode]) { collect(nodes) }

  private mutating func collect(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .element(let element): collect(element.children)
      case .block(let block): collect(block)
      case .tag(let tag): collect(tag)
      case .text, .output, .instruction: continue
      }
    }
  }

  private mutating func collect(_ block: TemplateNode.Block) {
    switch block.clauses[0].head {
    case .macro(let name, _, _): macros[name] = block
    case .setBlock(.name(let name, _), _): captures[name, default: []].append(block)
    case .block(let name, _, _, _): blocks[name] = block
    case .for: loops[block.range.start] = block
    default: break
    }
    for clause in block.clauses { collect(clause.body) }
  }

  private mutating func collect(_ tag: TemplateNode.Tag) {
    switch tag.head {
    case .fromImport(let template, let names, _):
      for choice in template.constantNames ?? [] {
        for name in names where imported[name.alias] == nil { imported[name.alias] = (choice, name.name) }
      }
    case .import(let template, let alias, _):
      if let choice = template.constantNames?.first { modules[alias] = choice }
    case .extends(let template):
      parent = template.constantNames?.first
      extendsRange = tag.range
    default: break
    }
  }
}

extension Expression {
  /// The names a constant, a choice among constants or a list of constants stands for; `nil` for anything else.
  package var constantNames: [String]? {
    switch kind {
    case .literal(.string(let name)): return [name]
    case .conditional(let then, _, let otherwise):
      guard let first = then.constantNames else { return nil }
      guard let otherwise else { return first }
      return otherwise.constantNames.map { first + $0 }
    case .list(let items), .tuple(let items):
      var names: [String] = []
      for item in items {
        guard let found = item.constantNames else { return nil }
        names += found
      }
      return names
    default: return nil
    }
  }
}
