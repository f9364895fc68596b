// A leading team's debrief: the rows of one unit, by part.

/// A leading team's debrief: the 「四个讲清楚」 of one unit.
public struct TeamDebrief: Sendable, Hashable {
  public let unitID: String
  /// In the order of the table.
  public let items: [TeamDebriefItem]

  /// The items of a part, by number.
  public func items(in part: TeamDebriefItem.Part) -> [TeamDebriefItem] {
    items.filter { $0.part == part }.sorted { $0.number < $1.number }
  }

  /// The remedy for a problem: they correspond by number.
  public func remedy(for problem: TeamDebriefItem) -> TeamDebriefItem? {
    items.first { $0.part == .remedies && $0.number == problem.number }
  }

  /// The debriefs of a table's rows, in the order in which units first occur.
  public static func grouping(_ items: [TeamDebriefItem]) -> [TeamDebrief] {
    items.grouped(by: \.unitID).map { TeamDebrief(unitID: $0.key, items: $0.values) }
  }
}
