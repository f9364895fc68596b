// Where `caller()` and blocks stand: the elements that directly hold them.

import BatonDiagnostics

/// The places of `caller()` in a macro, those directly in its body excepted.
struct CallerPlaces {
  struct Place {
    var container: StructureCheck.Container
    /// Nothing else stands in the element.
    var isAlone: Bool
    var range: SourceRange
  }

  private(set) var places: [Place] = []
  private let macro: FragmentBody

  init(in macro: FragmentBody) {
    self.macro = macro
    collect(macro.nodes, nil, isAlone: true)
  }

  private mutating func collect(
    _ nodes: [TemplateNode], _ container: StructureCheck.Container?, isAlone: Bool
  ) {
    for node in nodes {
      switch node {
      case .element(let element):
        let inside = StructureCheck.Container(
          element, macro.template.vocabulary.rule(for: element), in: macro.source)
        let printing = element.children.filter { child in
          if case .text(let text) = child { !text.characters.isWhiteSpace } else { true }
        }
        collect(element.children, inside, isAlone: printing.count == 1)
      case .block(let block):
        for clause in block.clauses { collect(clause.body, container, isAlone: isAlone) }
      case .output(let output):
        guard let container, case .call(let callee, _) = output.expression.kind,
          case .name("caller") = callee.kind
        else { continue }
        places.append(Place(container: container, isAlone: isAlone, range: output.range))
      case .text, .tag, .instruction: continue
      }
    }
  }
}

/// The element that directly holds a block.
enum BlockPlace {
  static func container(of block: String, in template: XMLTemplate) -> StructureCheck.Container? {
    search(template.nodes, for: block, template, nil)
  }

  private static func search(
    _ nodes: [TemplateNode], for name: String, _ template: XMLTemplate, _ container: StructureCheck.Container?
  ) -> StructureCheck.Container? {
    for node in nodes {
      switch node {
      case .element(let element):
        let inside = StructureCheck.Container(
          element, template.vocabulary.rule(for: element), in: template.source)
        if let found = search(element.children, for: name, template, inside) { return found }
      case .block(let block):
        if case .block(name, _, _, _) = block.clauses[0].head { return container }
        for clause in block.clauses {
          if let found = search(clause.body, for: name, template, container) { return found }
        }
      case .text, .output, .tag, .instruction: continue
      }
    }
    return nil
  }
}
