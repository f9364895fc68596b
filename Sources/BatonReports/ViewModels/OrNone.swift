// A template can only tell that a value is missing if the field is there: Swift would leave a nil field out.

/// A field that is encoded even when there is no value, as none.
///
/// Whether a missing value is printed as （缺） or left blank is the template's to say; it knows which
/// columns are required.
@propertyWrapper
public struct OrNone<Value: Encodable & Sendable>: Encodable, Sendable {
  public var wrappedValue: Value?

  public init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value = wrappedValue {
      try container.encode(value)
    } else {
      try container.encodeNil()
    }
  }
}
