// Shapes put together: either of some, and what two statements allow together.

extension DataShape {
  /// The shape of null.
  static let none = DataShape.optional(.either([]))

  /// The same values, said as simply as they can be.
  var simplified: DataShape {
    guard case .either = self else { return self }
    let parts = alternatives
    let others = parts.filter { $0 != .none }
    let shape: DataShape
    if others.contains(.unknown) {
      return .unknown
    } else if others.count == 1 {
      shape = others[0]
    } else {
      shape = others.contains(.number) ? .either(others.filter { $0 != .integer }).onlyOne : .either(others)
    }
    return parts.contains(.none) && shape != .none ? .optional(shape) : shape
  }

  private var onlyOne: DataShape {
    if case .either(let shapes) = self, shapes.count == 1 { shapes[0] } else { self }
  }

  /// Every shape of a choice, each once; the null of an optional is one.
  private var alternatives: [DataShape] {
    var result: [DataShape] = []
    func add(_ shape: DataShape) {
      switch shape {
      case .either(let shapes): for shape in shapes { add(shape) }
      case .optional(let inner) where shape != .none:
        add(inner)
        add(.none)
      default: if !result.contains(shape) { result.append(shape) }
      }
    }
    add(self)
    return result
  }

  /// What holds for a value of both shapes; where two statements contradict each other, what the first says.
  func narrowed(by other: DataShape) -> DataShape {
    switch (self, other) {
    case (.unknown, _): return other
    case (_, .unknown): return self
    case (.record(let fields), .record(let others)): return .record(fields.narrowed(by: others))
    case (.record, .mapping), (.integer, .number): return self
    case (.mapping, .record), (.number, .integer): return other
    case (.list(let item), .list(let otherItem)): return .list(of: item.narrowed(by: otherItem))
    default:
      let both = alternatives.filter { one in
        other.alternatives.contains { one == $0 || one == .integer && $0 == .number }
      }
      let narrower = other.alternatives.filter { $0 == .integer && alternatives.contains(.number) }
      let shared = both + narrower.filter { !both.contains($0) }
      return shared.isEmpty ? self : DataShape.either(shared).simplified
    }
  }
}

extension DataShape.Fields {
  /// The fields of both, each with what both say of it.
  fileprivate func narrowed(by other: DataShape.Fields) -> DataShape.Fields {
    var result = fields.map { field -> Field in
      guard let shape = other[field.name] else { return field }
      return Field(name: field.name, shape: field.shape.met(shape))
    }
    result += other.fields.filter { self[$0.name] == nil }
    return DataShape.Fields(result)
  }
}

extension DataShape {
  /// A field that one statement requires is there.
  fileprivate func met(_ other: DataShape) -> DataShape {
    switch (self, other) {
    case (.absentOr(let one), .absentOr(let two)): .absentOr(one.narrowed(by: two))
    case (.absentOr(let one), let two), (let one, .absentOr(let two)): one.narrowed(by: two)
    default: narrowed(by: other)
    }
  }
}
