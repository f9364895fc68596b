// What a callable takes and gives, said in a word: the checker of templates reads it, people too.

/// A set of kinds of values.
package struct ValueKind: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let none = ValueKind(rawValue: 1)
  package static let bool = ValueKind(rawValue: 2)
  package static let integer = ValueKind(rawValue: 4)
  package static let float = ValueKind(rawValue: 8)
  package static let decimal = ValueKind(rawValue: 16)
  package static let text = ValueKind(rawValue: 32)
  package static let list = ValueKind(rawValue: 64)
  package static let mapping = ValueKind(rawValue: 128)
  /// Macros, functions, methods; cyclers and joiners.
  package static let callable = ValueKind(rawValue: 256)
  /// An undefined value is welcome.
  package static let undefined = ValueKind(rawValue: 512)

  package static let number: ValueKind = [.bool, .integer, .float, .decimal]
  /// What can be iterated.
  package static let sequence: ValueKind = [.list, .mapping, .text]
  package static let any: ValueKind = [.none, .number, .sequence, .callable]

  /// The kinds in the words of the department's staff.
  package var chinese: String {
    if self == .any || isSuperset(of: [.any, .undefined]) { return "任意" }
    let names: [(ValueKind, String)] = [
      (.number, "数"), (.bool, "真假"), (.integer, "整数"), (.float, "小数"), (.decimal, "定点小数"), (.text, "文字"),
      (.list, "列表"), (.mapping, "对象"), (.none, "空值"), (.callable, "可调用的"), (.undefined, "未定义"),
    ]
    var left = self
    var words: [String] = []
    for (kind, name) in names where left.isSuperset(of: kind) {
      words.append(name)
      left.subtract(kind)
    }
    return words.joined(separator: "或")
  }
}
