// What became of last year's problems: come back, cleared, or no longer heard of.

internal import BatonArchive

/// The problems of units that belong together, over two years.
public struct ProblemCourse: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let id: String
    public let category: String
    public let text: String
    /// 上年问题编号, of a problem that came back.
    public let formerID: String?
  }

  /// Problems of the later year that were there before.
  public let recurring: [Entry]
  /// Problems of the earlier year that were cleared and did not come back.
  public let cleared: [Entry]
  /// Problems of the earlier year that were neither cleared nor taken up again.
  public let lapsed: [Entry]
  /// How many problems the later year has of its own.
  public let newCount: Int

  init(of succession: UnitSuccession, _ earlier: ComparedYear, _ later: ComparedYear) {
    let old = earlier.contents.problems.filter { succession.former.contains($0.unit) }
    let new = later.contents.problems.filter { succession.current.contains($0.unit) }
    let oldIDs = Set(old.map(\.id))
    recurring = new.filter { $0.lastYearID.map(oldIDs.contains) ?? false }.map(Entry.init)
    let back = Set(recurring.compactMap(\.formerID))
    cleared = old.filter { $0.isClosed && !back.contains($0.id) }.map(Entry.init)
    lapsed = old.filter { !$0.isClosed && !back.contains($0.id) }.map(Entry.init)
    newCount = new.count - recurring.count
  }
}

extension ProblemCourse.Entry {
  fileprivate init(_ problem: CataloguedProblem) {
    id = problem.id
    category = problem.category
    text = problem.manifestation
    formerID = problem.lastYearID
  }
}
