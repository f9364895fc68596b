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
    /// A decimal or binary fraction.
    case number
    case text
    /// Text or structure that a macro, a capture or `safe` made.
    case markup
    case list(Possible, isNonEmpty: Bool)
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

  /// Whose methods it has.
  var receiver: Receiver? {
    switch self {
    case .text, .markup: .string
    case .list: .list
    case .tuple: .tuple
    case .record, .mapping: .mapping
    case .integer, .bool: .integer
    case .number: .float
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
    case .text: "文字"
    case .markup: "成段内容"
    case .list: "列表"
    case .tuple: "元组"
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

extension DataShape {
  /// The value at the end of a path of the data.
  func possible(at path: String) -> Possible {
    switch self {
    case .text, .date: .text
    case .bool: .bool
    case .integer: .integer
    case .number: .number
    case .numberOrText: Possible([.number, .text])
    case .unknown: .unknown
    case .optional(let shape): Possible.none.joined(with: shape.possible(at: path))
    case .list(let element): .list(element.possible(at: path + "[]"))
    case .record(let fields): Possible(.record(fields, path: path))
    }
  }
}
