// A decimal among encoded values: a document keeps it exact, any other format gets its text.

extension Decimal: EncodedAsDecimal {
  public var decimalText: String { description }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
