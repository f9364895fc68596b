// What of a year's data can't be relied on: results that depend on it are left out, not guessed.

/// The parts of a year's data that have faults, by what they bear on.
public struct Gaps: Sendable, Hashable {
  /// What a fault bears on.
  public enum Aspect: Sendable, Hashable {
    /// A component's score; of units.
    case component(Component)
    /// Weights and exemptions; of units.
    case base
    /// Bonuses, deductions and red lines; of units.
    case adjustments
    /// How scores are compared and ranked; of everybody.
    case ranking
    /// Grades, shares of excellent units and how they are made whole; of everybody.
    case pools
    /// What the meeting decided; of units.
    case confirmation
    /// Teams' grades, numbers of staff and shares of excellent staff; of units.
    case staffQuotas
    /// Grades, identity and status; of cadres.
    case cadres
    /// Rules of awards; of everybody.
    case awards
    /// What bonuses alone depend on; of cadres or of units.
    case bonuses
  }

  private var wholly: Set<Aspect> = []
  private var partly: [Aspect: Set<String>] = [:]

  public init() {}

  /// Marks an aspect as unreliable, of one unit or cadre or, if none is named, of everybody.
  public mutating func add(_ aspect: Aspect, of id: String? = nil) {
    if let id { partly[aspect, default: []].insert(id) } else { wholly.insert(aspect) }
  }

  /// Whether an aspect can't be relied on for a unit or cadre.
  public func cover(_ aspect: Aspect, of id: String) -> Bool {
    wholly.contains(aspect) || partly[aspect]?.contains(id) == true
  }

  /// The units or cadres of which an aspect can't be relied on, in the order of their ids.
  public func ids(of aspect: Aspect) -> [String] { (partly[aspect] ?? []).sorted() }

  /// Whether an aspect can't be relied on for anybody.
  public func coverAll(_ aspect: Aspect) -> Bool { wholly.contains(aspect) }
}
