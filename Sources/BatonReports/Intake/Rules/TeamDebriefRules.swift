// 「四个讲清楚」: a leading team's debrief has its four parts, and each remedy answers a problem.

import BatonAssessment

enum TeamDebriefRules {
  private typealias Item = TeamDebriefItemTable
  private typealias Part = TeamDebriefItem.Part

  /// The parts that no debrief can do without.
  private static let required: [TeamDebriefItem.Part] = [.achievements, .standings, .problems, .remedies]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.teamDebriefs], let units = workbook.identifiers(of: .units) else { return [] }
    let debriefs = RowsByObject(table.rows, by: Item.unitID) { units[$0] != nil }
    let written = Set(debriefs.objects.map(\.id))
    var faults = table.rows.flatMap(incompleteItem)
    for (id, rows) in debriefs.objects {
      faults += check(rows, isSuspect: debriefs.suspects.contains(id))
    }
    for unit in workbook.rows(.units) {
      guard let id = unit[UnitTable.id], let participation = unit[UnitTable.participation],
        participation != .exempt, !written.contains(id), !debriefs.suspects.contains(id)
      else { continue }
      faults.append(
        unit.fault(
          .missingPart, at: UnitTable.id, found: "「\(unit[UnitTable.shortName] ?? id)」没有班子述职",
          expected: "工作成效、成绩位次、问题不足、整改方向四部分缺一不可", fix: "在「班子述职」表里补上它的各行",
          about: [.teamDebriefs]))
    }
    return faults
  }

  /// Cells that an item needs because of the part it stands in.
  private static func incompleteItem(_ row: Row) -> [IntakeFault] {
    switch row[Item.part] {
    case .standings:
      return row.missing(
        [Item.indicator.spec, Item.scope.spec, Item.rank.spec, Item.participants.spec], because: "成绩位次")
        + rankBeyondParticipants(row)
    case .remedies:
      return row.missing([Item.responsible.spec, Item.deadline.spec], because: "整改方向")
    default:
      return []
    }
  }

  private static func rankBeyondParticipants(_ row: Row) -> [IntakeFault] {
    guard let rank = row[Item.rank], let participants = row[Item.participants], rank > participants else {
      return []
    }
    return [
      row.fault(
        .outOfRange, at: Item.rank, with: [row.cell(Item.participants)],
        found: "「位次」是 \(rank)，「参评数」是 \(participants)", expected: "位次不应大于参评数", fix: "核对后改正其中一个")
    ]
  }

  /// The parts of one unit's debrief.
  private static func check(_ rows: [Row], isSuspect: Bool) -> [IntakeFault] {
    let first = rows[0]
    guard !isSuspect, !rows.contains(where: { $0.isBroken(Item.part) }) else { return [] }
    let parts = Dictionary(grouping: rows) { $0[Item.part] }
    var faults = [IntakeFault]()
    for part in required where parts[part] == nil {
      faults.append(
        first.fault(
          .missingPart, at: Item.unitID, found: "缺「\(part.rawValue)」", expected: "后四部分缺一不可",
          fix: "补上「\(part.rawValue)」的各行"))
    }
    let unmatched = unmatched(parts[.problems] ?? [], parts[.remedies] ?? [], of: first)
    faults += unmatched
    for part in Part.allCases where unmatched.isEmpty || (part != .problems && part != .remedies) {
      if let gap = Item.number.gap(in: parts[part] ?? [], of: part.rawValue, at: first, Item.unitID.spec) {
        faults.append(gap)
      }
    }
    return faults
  }

  private static func unmatched(_ problems: [Row], _ remedies: [Row], of first: Row) -> [IntakeFault] {
    guard !problems.isEmpty, !remedies.isEmpty,
      !(problems + remedies).contains(where: { $0.isBroken(Item.number) })
    else { return [] }
    let asked = Set(problems.compactMap { $0[Item.number] })
    let answered = Set(remedies.compactMap { $0[Item.number] })
    return asked.symmetricDifference(answered).sorted().map { number in
      let (present, absent) = asked.contains(number) ? ("问题不足", "整改方向") : ("整改方向", "问题不足")
      return first.fault(
        .unmatchedNumber, at: Item.unitID,
        with: (problems + remedies).filter { $0[Item.number] == number }.map { $0.cell(Item.number) },
        found: "「\(present)」有第 \(number) 条而「\(absent)」没有", expected: "问题与整改应按序号一一对应",
        fix: "补上「\(absent)」的第 \(number) 条，或改正序号")
    }
  }
}
