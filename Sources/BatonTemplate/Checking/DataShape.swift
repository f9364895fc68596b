// What data looks like: stated by a view model, or read from a JSON Schema. A template is checked against it
// before it is rendered once.

/// The kind of a value that a template can read.
public indirect enum DataShape: Sendable, Hashable {
  case text
  case bool
  case integer
  /// An exact decimal or a binary float.
  case number
  /// `2022-12-31`
  case date
  /// A number or a word: 120 or 完成.
  case numberOrText
  /// The value, or none where the data has nothing.
  case optional(DataShape)
  case list(of: DataShape)
  case record(Fields)
  /// Anything: nothing is promised of it.
  case unknown

  /// The fields of a record, in the order they are encoded.
  public struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public struct Field: Sendable, Hashable {
      public let name: String
      public let shape: DataShape

      public init(name: String, shape: DataShape) {
        self.name = name
        self.shape = shape
      }
    }

    public let fields: [Field]

    public init(_ fields: [Field]) { self.fields = fields }

    public init(dictionaryLiteral elements: (String, DataShape)...) {
      fields = elements.map { Field(name: $0.0, shape: $0.1) }
    }

    /// The fields of two records, one after the other.
    public static func + (left: Fields, right: Fields) -> Fields { Fields(left.fields + right.fields) }

    public subscript(name: String) -> DataShape? {
      fields.first { $0.name == name }?.shape
    }
  }
}
