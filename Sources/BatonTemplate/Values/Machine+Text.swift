// What values look like printed (`str`) and quoted (`repr`), as Python has it.

extension Machine {
  /// Appends a value as it is printed, without escaping.
  package func print(_ node: Node, into output: inout [UInt8]) throws(Fault) {
    output.append(contentsOf: try str(node).utf8)
  }

  /// A value as it is printed.
  ///
  /// - Throws: `undefined-value` in strict mode.
  package func str(_ node: Node) throws(Fault) -> String {
    switch node.tag {
    case .string: text(of: node)
    case .undefined: try strOfUndefined(node)
    case .record where node.flags.contains(.figure): try str(plain(node))
    default: repr(node)
    }
  }

  /// A value as it is quoted inside of a list.
  package func repr(_ node: Node) -> String { repr(node, inside: []) }

  /// How deep values are printed; what lies deeper is `...`.
  private static let printedDepth = 200

  /// Quotes a value that stands inside of others; one that stands inside of itself is `[...]`.
  private func repr(_ node: Node, inside outer: [Node]) -> String {
    if node.isSequence || node.isMapping {
      let isInItself = outer.contains {
        $0.tag == node.tag && $0.bits == node.bits && $0.arena == node.arena && $0.count == node.count
      }
      guard !isInItself, outer.count < Self.printedDepth else { return node.isMapping ? "{...}" : "[...]" }
    }
    switch node.tag {
    case .missing, .cell: return "missing"
    case .undefined: return "Undefined"
    case .none: return "None"
    case .bool: return node.bits == 0 ? "False" : "True"
    case .int: return String(node.integer)
    case .bigInt, .decimal: return text(of: node)
    case .float: return FloatText.shortest(node.double)
    case .string:
      let quoted = quoted(text(of: node))
      return node.isMarkup ? "Markup(\(quoted))" : quoted
    case .list:
      let items = "[" + itemTexts(node, outer).joined(separator: ", ") + "]"
      return viewName(node).map { "\($0)(\(items))" } ?? items
    case .tuple:
      let items = itemTexts(node, outer)
      return items.count == 1 ? "(\(items[0]),)" : "(" + items.joined(separator: ", ") + ")"
    case .record where node.flags.contains(.figure): return repr(plain(node), inside: outer)
    case .record, .map:
      let entries = zip(keys(of: node), values(of: node))
      let inner = outer + [node]
      return "{" + entries.map { "\(repr($0)): \(repr($1, inside: inner))" }.joined(separator: ", ") + "}"
    case .range:
      let numbers = (0..<3).map { scratchNodes[node.offset + $0].integer }
      return numbers[2] == 1
        ? "range(\(numbers[0]), \(numbers[1]))" : "range(\(numbers[0]), \(numbers[1]), \(numbers[2]))"
    case .object: return describe(objects[node.offset])
    }
  }

  /// What Python calls the view of a mapping that a list is.
  private func viewName(_ node: Node) -> String? {
    if node.flags.contains(.keysView) { return "dict_keys" }
    if node.flags.contains(.valuesView) { return "dict_values" }
    return node.flags.contains(.itemsView) ? "dict_items" : nil
  }

  private func itemTexts(_ node: Node, _ outer: [Node]) -> [String] {
    let inner = outer + [node]
    return (0..<(itemCount(of: node) ?? 0)).map { repr(item($0, of: node), inside: inner) }
  }

  private func describe(_ object: MachineObject) -> String {
    switch object {
    case .namespace(let store):
      let entries = zip(store.keys, store.values).map { "\(repr($0)): \(repr($1))" }
      return "<Namespace {\(entries.joined(separator: ", "))}>"
    case .cycler: return "<Cycler>"
    case .joiner: return "<Joiner>"
    case .method(_, let name), .loopMethod(_, let name): return "<method \(text(of: name))>"
    case .function(let number): return "<function \(library.functions[number].names[0])>"
    case .macro(let macro):
      let function = linked[macro.program].program.functions[macro.function]
      return function.isAnonymous ? "<Macro anonymous>" : "<Macro '\(function.name)'>"
    case .loop(let loop, let serial):
      return isRunning(loop, serial)
        ? "<LoopContext \(loops[loop].next)/\(loops[loop].fixedCount)>" : "<LoopContext>"
    case .module(_, let body): return text(of: body)
    case .templateReference: return "<TemplateReference>"
    case .blockReference: return "<BlockReference>"
    }
  }

  /// A string literal as Python writes it.
  package func quoted(_ text: String) -> String { TextLiteral.quote(text) }

  /// Python's name of a value's type: debug undefined prints it.
  package func pythonTypeName(of node: Node) -> String {
    switch node.tag {
    case .missing, .undefined, .cell: "Undefined"
    case .none: "None"
    case .bool: "bool object"
    case .int, .bigInt: "int object"
    case .float: "float object"
    case .decimal: "decimal.Decimal object"
    case .string: node.isMarkup ? "markupsafe.Markup object" : "str object"
    case .list: "list object"
    case .tuple: "tuple object"
    case .record, .map: "dict object"
    case .range: "range object"
    case .object: "object"
    }
  }
}
