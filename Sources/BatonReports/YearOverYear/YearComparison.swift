// Two years of a county beside each other.

internal import BatonArchive
public import BatonAssessment

/// A year compared with an earlier one, unit by unit.
public struct YearComparison: Sendable {
  /// Units that belong together.
  public struct Line: Sendable {
    /// What became of the unit between; empty if nothing did.
    public let changes: [String]
    /// Whether the two are one unit, so that differences mean something.
    public let isDirect: Bool
    public let former: [ComparedStanding]
    public let current: [ComparedStanding]
    public let problems: ProblemCourse

    /// 综合得分, later less earlier; exact.
    public var totalDifference: Rational? {
      difference { $0.total?.exact }
    }

    /// 位次百分位, later less earlier; exact.
    public var percentileDifference: Rational? { difference(\.percentile) }

    /// By how many grades it rose; negative if it fell.
    public var gradeSteps: Int? {
      guard isDirect, let old = former.first?.gradePlace, let new = current.first?.gradePlace else {
        return nil
      }
      return old - new
    }

    /// How the components changed; those that both years have.
    public var componentDifferences: [(name: String, difference: Rational)] {
      guard isDirect, let old = former.first, let new = current.first else { return [] }
      return new.components.compactMap { name, score in
        guard let before = old.components.first(where: { $0.name == name })?.score.exact,
          let after = score.exact
        else { return nil }
        return (name, after - before)
      }
    }

    private func difference(_ value: (ComparedStanding) -> Rational?) -> Rational? {
      guard isDirect, let old = former.first.flatMap(value), let new = current.first.flatMap(value) else {
        return nil
      }
      return new - old
    }
  }

  public let county: String
  public let earlier: Int
  public let later: Int
  /// The later year's units first, in their order; then those that are no more.
  public let lines: [Line]
  /// What makes the two years unlike: to be printed under every table.
  public let notes: [String]

  /// Compares two years.
  ///
  /// - Parameters:
  ///   - county: whose years they are.
  ///   - earlier: the year that is compared with.
  ///   - later: the year that is compared.
  ///   - between: the changes of years between the two that are archived; the later year's own are known.
  ///   - unit: 单位编号, 全称 or 简称 in either year; `nil` for all.
  public init(
    of county: String, _ earlier: ComparedYear, _ later: ComparedYear, between: [ComparedYear] = [],
    unit: String? = nil
  ) {
    self.county = county
    self.earlier = earlier.year
    self.later = later.year
    let changes = (between + [later]).flatMap { year in
      year.contents.changes.filter { $0.year > earlier.year && $0.year <= later.year }
    }
    let successions = UnitSuccession.all(
      from: earlier.contents.units.map(\.id), to: later.contents.units.map(\.id), changes)
    lines = successions.filter { succession in
      guard let unit else { return true }
      return succession.former.contains { earlier.unit($0).map { $0.isCalled(unit) } ?? false }
        || succession.current.contains { later.unit($0).map { $0.isCalled(unit) } ?? false }
    }.map { succession in
      Line(
        changes: succession.changes, isDirect: succession.isDirect,
        former: succession.former.map(earlier.standing), current: succession.current.map(later.standing),
        problems: ProblemCourse(of: succession, earlier, later))
    }
    notes = Self.notes(earlier, later)
  }

  /// What differs between the plans, and between the fields that units are ranked in.
  private static func notes(_ earlier: ComparedYear, _ later: ComparedYear) -> [String] {
    var notes: [String] = []
    for scope in earlier.plan.scopes(of: .weights) where later.plan.scopes(of: .weights).contains(scope) {
      let changed = earlier.plan.rows(of: .weights, scope).compactMap { row in
        later.plan.value(.weights, row.name, scope).flatMap {
          $0 == row.value ? nil : "\(row.name) \(row.value)→\($0)"
        }
      }
      if !changed.isEmpty { notes.append("\(scope)的权重不同：\(changed.joined(separator: "，"))") }
    }
    if earlier.plan.grades != later.plan.grades {
      let names = [earlier, later].map { "\($0.year) 年为\($0.plan.grades.joined(separator: "、"))" }
      notes.append("等次名称不同：\(names.joined(separator: "，"))；升降按自上而下的次序比")
    }
    let fields = later.series.compactMap { series -> String? in
      guard let old = earlier.participants(in: series), let new = later.participants(in: series), old != new
      else { return nil }
      return "\(series) \(old)→\(new)"
    }
    if !fields.isEmpty { notes.append("参评数不同：\(fields.joined(separator: "，"))；位次按百分位比") }
    let named: Set<String> = [PlanItem.weights, .unitGrades, .unitCounts].reduce(into: []) {
      $0.insert($1.rawValue)
    }
    let old = Set(earlier.plan.rows.filter { !named.contains($0.item) })
    let new = Set(later.plan.rows.filter { !named.contains($0.item) })
    let items = Set(old.symmetricDifference(new).map(\.item))
    let others = PlanItem.allCases.map(\.rawValue).filter(items.contains)
    if !others.isEmpty { notes.append("方案的这些项目也有不同：\(others.joined(separator: "、"))") }
    return notes
  }
}

extension ArchivedPlan {
  fileprivate func scopes(of item: PlanItem) -> [String] {
    rows.filter { $0.item == item.rawValue }.compactMap(\.scope).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  fileprivate func rows(of item: PlanItem, _ scope: String) -> [Row] {
    rows.filter { $0.item == item.rawValue && $0.scope == scope }
  }

  fileprivate func value(_ item: PlanItem, _ name: String, _ scope: String) -> String? {
    rows(of: item, scope).first { $0.name == name }?.value
  }
}

extension ComparedYear {
  /// The series in the order of their first units.
  fileprivate var series: [String] { contents.units.grouped(by: \.series).map(\.key) }

  fileprivate func participants(in series: String) -> Int? {
    let units = contents.units.filter { $0.series == series }
    return units.isEmpty ? nil : units.count(where: \.isAssessed)
  }
}

extension CataloguedUnit {
  fileprivate func isCalled(_ word: String) -> Bool { word == id || word == name || word == shortName }
}
