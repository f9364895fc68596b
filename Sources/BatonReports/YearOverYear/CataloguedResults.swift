// The figures of an archived results.json, whatever fields it has.

internal import BatonArchive

/// What an archived year came to, unit by unit.
struct CataloguedResults: Decodable {
  private let units: [String: Value]

  private enum CodingKeys: String, CodingKey {
    case units = "单位"
  }

  /// The figures of the units: those in an order first, what each unit is known for first.
  func figures(in order: [String]) -> [CataloguedFigure] {
    let known = order.filter { units[$0] != nil }
    let others = units.keys.filter { !known.contains($0) }.sorted()
    return (known + others).flatMap { unit -> [CataloguedFigure] in
      guard let value = units[unit] else { return [] }
      let fields = value.figures(of: unit, named: "")
      let first = Self.first.compactMap { name in fields.first { $0.field == name } }
      return first + fields.filter { !Self.first.contains($0.field) }
    }
  }

  private static let first = ["综合得分", "位次", "最终等次", "基础分", "加分", "扣分"]

  /// A number with its two forms, a bare value, or more of the same.
  private indirect enum Value: Decodable {
    case number(exact: String, shown: String)
    case text(String)
    case fields([String: Value])
    case none

    private enum NumberKeys: String, CodingKey { case exact, shown }

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.container(keyedBy: NumberKeys.self), number.contains(.exact) {
        self = .number(
          exact: try number.decode(String.self, forKey: .exact),
          shown: try number.decode(String.self, forKey: .shown))
        return
      }
      let container = try decoder.singleValueContainer()
      if let count = try? container.decode(Int.self) {
        self = .text("\(count)")
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let fields = try? container.decode([String: Value].self) {
        self = .fields(fields)
      } else {
        self = .none
      }
    }

    func figures(of unit: String, named name: String) -> [CataloguedFigure] {
      switch self {
      case .number(let exact, let shown):
        [CataloguedFigure(unit: unit, field: name, exact: exact, shown: shown)]
      case .text(let text): [CataloguedFigure(unit: unit, field: name, exact: nil, shown: text)]
      case .fields(let fields):
        fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap { key, value in
          value.figures(of: unit, named: name.isEmpty ? key : "\(name)·\(key)")
        }
      case .none: []
      }
    }
  }
}
