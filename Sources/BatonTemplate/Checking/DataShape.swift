// What data looks like: stated by a view model, or read from a JSON Schema. A template is checked against it
// before it is rendered once.

/// The kind of a value that a template can read.
public indirect enum DataShape: Sendable, Hashable {
  case text
  case bool
  case integer
  /// An exact decimal or a binary float, or a whole number. The numbers of one data set are of one kind: exact
  /// ones and floats are not mixed.
  case number
  /// `2022-12-31`
  case date
  /// A number or a word: 120 or 完成.
  case numberOrText
  /// The value, or none where the data has nothing.
  case optional(DataShape)
  /// As the shape of a field: the field may not be there at all.
  case absentOr(DataShape)
  case list(of: DataShape)
  case record(Fields)
  /// An object with any keys.
  case mapping(of: DataShape)
  /// One of several.
  case either([DataShape])
  /// One of the root's ``Fields/definitions``: how shapes hold themselves.
  case reference(String)
  /// Anything: nothing is promised of it.
  case unknown

  /// The fields of a record, in the order they are encoded.
  public struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// A field by its name in templates, and the kind of its value.
    public struct Field: Sendable, Hashable {
      public let name: String
      public let shape: DataShape

      public init(name: String, shape: DataShape) {
        self.name = name
        self.shape = shape
      }
    }

    /// In the order they are encoded; a name stands once.
    public let fields: [Field]
    /// The shapes that references name; only those of the root are looked at.
    public var definitions: [String: DataShape] = [:]

    /// Fields that were put together elsewhere.
    public init(_ fields: [Field]) { self.fields = fields }

    /// A shape as it is written in code: `["单位": .text, "得分": .number]`.
    public init(dictionaryLiteral elements: (String, DataShape)...) {
      fields = elements.map { Field(name: $0.0, shape: $0.1) }
    }

    /// The fields of two records, one after the other.
    public static func + (left: Fields, right: Fields) -> Fields { Fields(left.fields + right.fields) }

    /// The shape of a field; `nil` where the record has none of that name.
    public subscript(name: String) -> DataShape? {
      fields.first { $0.name == name }?.shape
    }

    /// The fields with another shape for one of them.
    func replacing(_ name: String, with shape: DataShape) -> Fields {
      Fields(fields.map { $0.name == name ? Field(name: name, shape: shape) : $0 })
    }
  }
}

extension DataShape {
  /// The shape where it is known that there is a value.
  var present: DataShape {
    switch self {
    case .optional(let shape), .absentOr(let shape): shape.present
    default: self
    }
  }
}
