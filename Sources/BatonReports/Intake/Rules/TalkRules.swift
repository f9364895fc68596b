// A talk: seven rows that agree on who talked with whom, and talkers of the group that assesses the unit.

import BatonAssessment

enum TalkRules {
  private typealias Entry = TalkEntryTable

  /// What all rows of a talk must agree on.
  private static let shared: [ColumnSpec] = [
    Entry.unitID.spec, Entry.interviewee.spec, Entry.recommendedIDs.spec, Entry.talkers.spec,
    Entry.recorder.spec, Entry.date.spec, Entry.time.spec, Entry.place.spec,
  ]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.talks] else { return [] }
    let talks = RowsByObject(table.rows, by: Entry.talkID) { _ in true }
    return talks.objects.flatMap { id, rows in
      (talks.suspects.contains(id) ? [] : missingPoints(of: rows)) + disagreements(among: rows)
        + talkers(of: rows, in: workbook)
    }
  }

  private static func missingPoints(of rows: [Row]) -> [IntakeFault] {
    guard !rows.contains(where: { $0.isBroken(Entry.point) }) else { return [] }
    let points = Set(rows.compactMap { $0[Entry.point] })
    return TalkPoint.allCases.filter { !points.contains($0) }.map { point in
      rows[0].fault(
        .missingPart, at: Entry.talkID, found: "缺要点「\(point.rawValue)」", expected: "每次谈话七个要点俱全",
        fix: "补上这一行，没谈到写「未涉及」")
    }
  }

  /// Cells that say something else than most rows of the talk do.
  private static func disagreements(among rows: [Row]) -> [IntakeFault] {
    shared.flatMap { column -> [IntakeFault] in
      let comparable = rows.filter { row in
        row[column] != .unreadable && !(column.isRequired && row[column] == .absent)
      }
      let groups = comparable.grouped { $0[column] }
      guard groups.count > 1, let most = groups.map(\.values.count).max(),
        let common = groups.first(where: { $0.values.count == most })
      else { return [] }
      return groups.filter { $0.key != common.key }.flatMap(\.values).map { row in
        row.fault(
          .inconsistentRows, at: column, with: [common.values[0].address.cell(column.heading)],
          found: "「\(column.heading)」与第 \(common.values[0].address.number) 行的不同", expected: "同一谈话编号的各行应当一致",
          fix: "改成一致，或改正谈话编号")
      }
    }
  }

  private static func talkers(of rows: [Row], in workbook: Workbook) -> [IntakeFault] {
    guard let row = rows.first(where: { $0[Entry.talkers] != nil }), let talkers = row[Entry.talkers] else {
      return []
    }
    var faults = [IntakeFault]()
    if talkers.count < 2 {
      faults.append(
        row.fault(
          .wrongCount, at: Entry.talkers, found: "「谈话人」只有 \(talkers.count) 人", expected: "至少两人",
          fix: "写明两名以上谈话人，用「、」隔开"))
    }
    guard let group = group(assessing: row[Entry.unitID], in: workbook) else { return faults }
    for name in talkers where !group.members.contains(name) {
      faults.append(
        row.fault(
          .notInGroup, at: Entry.talkers, found: "「谈话人」里的「\(name)」不是第 \(group.number) 考核组成员",
          expected: "谈话人须是考核本单位的组的成员", fix: "改成本组成员，或在「考核组」表里补上"))
    }
    return faults
  }

  private static func group(
    assessing unitID: String?, in workbook: Workbook
  ) -> (number: Int, members: Set<String>)? {
    guard workbook[.groups] != nil,
      let number = workbook.unit(unitID)?[UnitTable.groupNumber]
    else { return nil }
    let members = workbook.rows(.groups).filter { $0[AssessorTable.groupNumber] == number }
    return (number, Set(members.compactMap { $0[AssessorTable.name] }))
  }
}
