// A talk: the rows that share a number, one for each of the seven points.

/// A talk of a group with one person.
///
/// What the rows of a talk must agree on is taken from the first of them.
public struct Talk: Sendable, Hashable {
  public let id: String
  /// In the order of the table; never empty.
  public let entries: [TalkEntry]

  private var first: TalkEntry { entries[0] }

  public var unitID: String { first.unitID }
  public var interviewee: TalkEntry.Interviewee { first.interviewee }
  public var talkers: [String] { first.talkers }
  public var recorder: String? { first.recorder }
  public var date: CalendarDate? { first.date }
  public var time: String? { first.time }
  public var place: String? { first.place }
  /// Whom the interviewee recommends as committed cadres.
  public var recommendedIDs: [String] { first.recommendedIDs }

  /// What was said on a point.
  public func entry(on point: TalkPoint) -> TalkEntry? { entries.first { $0.point == point } }

  /// The talks of a table's rows, in the order in which they first occur.
  public static func grouping(_ entries: [TalkEntry]) -> [Talk] {
    entries.grouped(by: \.talkID).map { Talk(id: $0.key, entries: $0.values) }
  }
}
