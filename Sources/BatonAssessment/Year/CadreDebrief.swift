// A cadre's debrief: the rows of one person, by part.

/// A cadre's debrief: the 「三加一」 of one person, and what goes with them.
public struct CadreDebrief: Sendable, Hashable {
  public let cadreID: String
  /// In the order of the table.
  public let items: [CadreDebriefItem]

  /// The items of a part, by number.
  public func items(in part: CadreDebriefItem.Part) -> [CadreDebriefItem] {
    items.filter { $0.part == part }.sorted { $0.number < $1.number }
  }

  /// The debriefs of a table's rows, in the order in which persons first occur.
  public static func grouping(_ items: [CadreDebriefItem]) -> [CadreDebrief] {
    items.grouped(by: \.cadreID).map { CadreDebrief(cadreID: $0.key, items: $0.values) }
  }
}
