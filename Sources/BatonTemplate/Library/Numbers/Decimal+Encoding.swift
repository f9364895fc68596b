// A decimal among encoded values: a document keeps it exact, any other format gets its text.

extension Decimal: EncodedAsDecimal {
  /// The number in digits, for ``ValueEncoder``.
  public var decimalText: String { description }

  /// Encodes the digits as text: other encoders know no exact number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
