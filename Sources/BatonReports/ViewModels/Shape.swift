// What a view model promises to a template: its fields and the kind of each. An Encodable type cannot be
// asked for its fields, so every view model states them beside its coding keys; a test holds it to them.

/// The kind of a value that a template can read.
public indirect enum Shape: Sendable, Hashable {
  case text
  case integer
  /// An exact decimal.
  case number
  /// `2022-12-31`
  case date
  /// A number or a word: 120 or 完成.
  case numberOrText
  /// The value, or none where the data has nothing.
  case optional(Shape)
  case list(of: Shape)
  case record(Fields)

  /// The fields of a record, in the order they are encoded.
  public struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public struct Field: Sendable, Hashable {
      public let name: String
      public let shape: Shape
    }

    public let fields: [Field]

    public init(dictionaryLiteral elements: (String, Shape)...) {
      fields = elements.map { Field(name: $0.0, shape: $0.1) }
    }

    private init(_ fields: [Field]) {
      self.fields = fields
    }

    /// The fields of two records, one after the other.
    static func + (left: Fields, right: Fields) -> Fields { Fields(left.fields + right.fields) }
  }
}

/// What one document is rendered from: exactly what its audience may see, in the words of the workbook's headings.
public protocol ViewModel: Encodable, Sendable {
  /// Its fields, by the names that templates use.
  static var shape: Shape.Fields { get }
  /// The document's title: on the page, in the file's properties and in the year.
  var title: String { get }
}
