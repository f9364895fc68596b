// An assessment group: the assessors who share a number.

/// A group of assessors, led by one of them.
public struct Group: Sendable, Hashable {
  public let number: Int
  /// In the order of the table.
  public let assessors: [Assessor]

  public var leader: Assessor? { assessors.first { $0.duty == .leader } }

  public func assessors(as duty: Assessor.Duty) -> [Assessor] { assessors.filter { $0.duty == duty } }

  /// The groups of a table's rows, by number.
  public static func grouping(_ assessors: [Assessor]) -> [Group] {
    Dictionary(grouping: assessors, by: \.groupNumber)
      .map { Group(number: $0.key, assessors: $0.value) }
      .sorted { $0.number < $1.number }
  }
}
