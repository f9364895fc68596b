// Templates get a day as they would write it in a comparison; how it is printed is a filter's business.

public import BatonAssessment

extension CalendarDate: Encodable {
  /// `2022-12-31`
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
