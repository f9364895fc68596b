// Which units of two years belong together: by 「单位沿革」, year after year.

internal import BatonArchive
internal import BatonAssessment

/// Units of an earlier and a later year that are compared with each other.
struct UnitSuccession: Sendable, Hashable {
  /// 单位编号 of the earlier year; none for a unit newly founded.
  var former: [String]
  /// 单位编号 of the later year; none for a unit abolished.
  var current: [String]
  /// What happened between, in the workbook's words, each once, in the order of the years.
  var changes: [String]

  /// Whether the two are one unit through both years: figures may be compared. Merged and split units stand beside
  /// each other, and nothing is computed between them.
  var isDirect: Bool {
    former.count == 1 && current.count == 1 && changes.allSatisfy { $0 == "更名" || $0 == "划转" }
  }

  /// The successions between two years, those of the later year's units first, in their order.
  ///
  /// - Parameters:
  ///   - former: units of the earlier year, in their order.
  ///   - current: units of the later year, in their order.
  ///   - changes: what changed in the years after the earlier one up to the later.
  /// - Returns: each unit of either year in one succession.
  static func all(from former: [String], to current: [String], _ changes: [CataloguedChange])
    -> [UnitSuccession]
  {
    var groups = former.map { Group(former: [$0], present: [$0]) }
    for (_, changes) in changes.grouped(by: \.year).sorted(by: { $0.key < $1.key }) {
      apply(changes, to: &groups)
    }
    let known = Set(current)
    for index in groups.indices { groups[index].present.removeAll { !known.contains($0) } }
    let placed = Set(groups.flatMap(\.present))
    groups += current.filter { !placed.contains($0) }.map { Group(former: [], present: [$0]) }
    let order = Dictionary(uniqueKeysWithValues: current.enumerated().map { ($1, $0) })
    let successions = groups.map { group in
      UnitSuccession(
        former: group.former, current: group.present.sorted { (order[$0] ?? 0) < (order[$1] ?? 0) },
        changes: group.changes)
    }
    let continued = successions.filter { !$0.current.isEmpty }
      .sorted { (order[$0.current[0]] ?? 0) < (order[$1.current[0]] ?? 0) }
    return continued + successions.filter(\.current.isEmpty)
  }

  private struct Group {
    var former: [String]
    var present: [String]
    var changes: [String] = []

    mutating func note(_ change: String) { if !changes.contains(change) { changes.append(change) } }
  }

  /// One year's changes: groups that come to share a unit become one.
  private static func apply(_ changes: [CataloguedChange], to groups: inout [Group]) {
    let byFormer = Dictionary(grouping: changes, by: \.formerID)
    for index in groups.indices {
      var present: [String] = []
      for unit in groups[index].present {
        for change in byFormer[unit] ?? [] { groups[index].note(change.change) }
        let next = byFormer[unit].map { $0.compactMap(\.currentID) } ?? [unit]
        present += next.filter { !present.contains($0) }
      }
      groups[index].present = present
    }
    for change in changes where change.formerID == "无" {
      guard let unit = change.currentID, !groups.contains(where: { $0.present.contains(unit) }) else {
        continue
      }
      groups.append(Group(former: [], present: [unit], changes: [change.change]))
    }
    var joined: [Group] = []
    for group in groups {
      var group = group
      let partners = joined.indices.filter { !Set(joined[$0].present).isDisjoint(with: group.present) }
      for index in partners.reversed() {
        let other = joined.remove(at: index)
        group.former = other.former + group.former
        group.present = other.present + group.present.filter { !other.present.contains($0) }
        group.changes = other.changes + group.changes.filter { !other.changes.contains($0) }
      }
      joined.append(group)
    }
    groups = joined
  }
}
