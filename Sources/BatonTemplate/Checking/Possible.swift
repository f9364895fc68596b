// What an expression may be at run time, as far as the shape of the data tells: the values that the checker
// computes with.

/// A small set of alternatives; one is what the value will be.
struct Possible: Hashable, Sendable {
  /// Without repetition, in the order they were found. Empty: never evaluated.
  private(set) var alternatives: [Alternative]

  indirect enum Alternative: Hashable, Sendable {
    /// Anything at all.
    case unknown
    /// Jinja's undefined: a name or field that is not there.
    case undefined
    case none
    case bool
    case integer
    /// A binary fraction that the template made.
    case float
    /// Any number of the data.
    case number
    case text
    /// Text or structure that a macro, a capture or `safe` made.
    case markup
    case list(Possible, isNonEmpty: Bool)
    /// A sequence that `map`, `select` and their kin give: it can be gone through, and has no length.
    case generator(Possible)
    /// A pair that `groupby` gives.
    case group(key: Possible, items: Possible)
    case tuple([Possible])
    /// An object of the data with exactly these fields, and the path that leads to it.
    case record(DataShape.Fields, path: String)
    /// A mapping of which only the values are known.
    case mapping(Possible)
    /// `loop`
    case loop
    /// A macro, `caller` or `super`, by its number in the checker's table.
    case macro(Int)
    /// An imported template, by its number in the checker's table.
    case module(Int)
    /// A namespace, by its number in the checker's table.
    case namespace(Int)
    /// A global function or a method, by its name.
    case function(String)
  }

  init(_ alternatives: [Alternative]) {
    self.alternatives = []
    for alternative in alternatives { insert(alternative) }
  }

  init(_ alternative: Alternative) { alternatives = [alternative] }

  static let unknown = Possible(.unknown)
  static let undefined = Possible(.undefined)
  static let none = Possible(.none)
  static let bool = Possible(.bool)
  static let integer = Possible(.integer)
  static let float = Possible(.float)
  static let number = Possible(.number)
  static let text = Possible(.text)
  static let markup = Possible(.markup)

  static func list(_ element: Possible, isNonEmpty: Bool = false) -> Possible {
    Possible(.list(element, isNonEmpty: isNonEmpty))
  }

  private mutating func insert(_ alternative: Alternative) {
    guard !alternatives.contains(alternative) else { return }
    if case .list(let element, let isNonEmpty) = alternative,
      let index = alternatives.firstIndex(where: \.isList),
      case .list(let other, let otherIsNonEmpty) = alternatives[index]
    {
      alternatives[index] = .list(other.joined(with: element), isNonEmpty: isNonEmpty && otherIsNonEmpty)
      return
    }
    alternatives.append(alternative)
  }

  /// Either of two.
  func joined(with other: Possible) -> Possible {
    Possible(alternatives + other.alternatives)
  }

  func contains(_ alternative: Alternative) -> Bool { alternatives.contains(alternative) }

  var isUnknown: Bool { alternatives.contains(.unknown) }
  var mayBeUndefined: Bool { alternatives.contains(.undefined) }
  /// Undefined or none: nothing to print.
  var mayBeAbsent: Bool { mayBeUndefined || alternatives.contains(.none) }

  /// The alternatives that hold a value.
  var present: Possible { Possible(alternatives.filter { $0 != .undefined && $0 != .none }) }

  /// What is left when the value is known to be true.
  var truthy: Possible {
    Possible(
      present.alternatives.map { alternative in
        if case .list(let element, _) = alternative { return .list(element, isNonEmpty: true) }
        return alternative
      })
  }

  /// What is left when the value is known to be false: `and` gives it.
  var falsy: Possible {
    Possible(
      alternatives.filter { alternative in
        switch alternative {
        case .list(_, isNonEmpty: true), .generator, .group, .macro, .function, .loop: false
        default: true
        }
      })
  }

  /// What is left when only some alternatives are kept; `unknown` always is.
  func filtered(_ keep: (Alternative) -> Bool) -> Possible {
    Possible(alternatives.filter { $0 == .unknown || keep($0) })
  }
}

extension Possible.Alternative {
  var isList: Bool {
    if case .list = self { return true }
    return false
  }

  var isGenerator: Bool {
    if case .generator = self { return true }
    return false
  }

  /// Whose methods it has.
  var receiver: Receiver? {
    switch self {
    case .text, .markup: .string
    case .list: .list
    case .tuple, .group: .tuple
    case .record, .mapping: .mapping
    case .integer, .bool: .integer
    case .number, .float: .float
    default: nil
    }
  }

  /// The kind as the reader is told of it.
  var name: String {
    switch self {
    case .unknown: "不知道是什么的值"
    case .undefined: "没有定义的值"
    case .none: "空值"
    case .bool: "是否值"
    case .integer: "整数"
    case .number: "数"
    case .float: "小数"
    case .text: "文字"
    case .markup: "成段内容"
    case .list: "列表"
    case .generator: "逐项生成的序列"
    case .tuple: "元组"
    case .group: "一组"
    case .record: "一组字段"
    case .mapping: "映射"
    case .loop: "循环信息"
    case .macro: "宏"
    case .module: "导入的模板"
    case .namespace: "命名空间"
    case .function: "函数"
    }
  }
}

extension Checker {
  /// The value at the end of a path of the data.
  func possible(_ shape: DataShape, at path: String) -> Possible {
    switch shape {
    case .text, .date: return .text
    case .bool: return .bool
    case .integer: return .integer
    case .number: return .number
    case .numberOrText: return Possible([.number, .text])
    case .unknown: return .unknown
    case .optional(let shape): return Possible.none.joined(with: possible(shape, at: path))
    case .absentOr(let shape): return Possible.undefined.joined(with: possible(shape, at: path))
    case .list(let element): return .list(possible(element, at: path + "[]"))
    case .record(let fields): return Possible(.record(fields, path: path))
    case .mapping(let value): return Possible(.mapping(possible(value, at: path + ".*")))
    case .either(let shapes):
      return shapes.reduce(Possible([])) { $0.joined(with: possible($1, at: path)) }
    case .reference(let name): return referenced(name)
    }
  }

  /// A shape that holds itself goes by its name: paths would have no end.
  private func referenced(_ name: String) -> Possible {
    switch definitions[name] {
    case .record(let fields)?: Possible(.record(fields, path: name))
    case .optional(.record(let fields))?: Possible([.none, .record(fields, path: name)])
    case .text?, .date?: .text
    case .bool?: .bool
    case .integer?: .integer
    case .number?: .number
    case .list(.reference(let item))? where item != name: .list(referenced(item))
    case .list(.text)?: .list(.text)
    case .list(.record(let fields))?: .list(Possible(.record(fields, path: "\(name)[]")))
    default: .unknown
    }
  }
}
