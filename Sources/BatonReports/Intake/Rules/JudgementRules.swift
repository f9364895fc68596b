// 「研判」: who is judged exists, and every source that is named has something to show.

import BatonAssessment

enum JudgementRules {
  private typealias Item = JudgementTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    let evidence = Evidence(workbook)
    return workbook.rows(.judgements).flatMap { row -> [IntakeFault] in
      var faults = [IntakeFault]()
      if row[Item.subject] == .team { faults += row.missing([Item.posture.spec], because: "班子") }
      if let sources = row[Item.sources], sources.count < 2 {
        faults.append(
          row.fault(
            .wrongCount, at: Item.sources, found: "「来源」只有 \(sources.count) 个", expected: "至少两个",
            fix: "写明两个以上来源，用「、」隔开"))
      }
      return faults + subject(of: row, in: workbook, evidence)
    }
  }

  private static func subject(of row: Row, in workbook: Workbook, _ evidence: Evidence) -> [IntakeFault] {
    guard let subject = row[Item.subject], let id = row[Item.subjectID] else { return [] }
    let table: Table = subject == .team ? .units : .cadres
    if let known = workbook.identifiers(of: table), known[id] == nil {
      return ReferenceRules.unknown(id, in: Item.subjectID.spec, of: row, target: table, among: known)
    }
    return (row[Item.sources] ?? []).filter { !evidence.supports($0, of: subject, id) }.map { source in
      row.fault(
        .unsupportedSource, at: Item.sources, found: "来源写了「\(source.rawValue)」",
        expected: "相应的表里没有「\(id)」的数据",
        fix: "补上数据，或删去这个来源")
    }
  }
}

/// Whom scores, ballots and talks say something about.
private struct Evidence {
  let cadres: [String: Row]
  private let assessed: Set<String>
  private let balloted: Set<String>
  private let talkedAt: Set<String>
  private let talkedAbout: Set<String>
  private let tables: Set<Table>

  init(_ workbook: Workbook) {
    cadres = workbook.identifiers(of: .cadres) ?? [:]
    assessed = Set(workbook.assessedUnits.map(\.id))
    balloted = Set(workbook.rows(.staffBallots).compactMap { $0[StaffBallotTable.unitID] })
    talkedAt = Set(workbook.rows(.talks).compactMap { $0[TalkEntryTable.unitID] })
    talkedAbout = Set(workbook.rows(.talks).flatMap { $0[TalkEntryTable.concernedIDs] ?? [] })
    tables = Set(workbook.tables.keys)
  }

  /// Whether a source has something on a team or cadre; one whose table has not come is let pass.
  func supports(_ source: Judgement.Source, of subject: Judgement.Subject, _ id: String) -> Bool {
    switch (source, subject) {
    case (.score, .team): assessed.contains(id)
    case (.score, .cadre):
      !tables.contains(.cadres) || assessed.contains(cadres[id]?[CadreTable.unitID] ?? "")
    case (.ballots, .team): !tables.contains(.staffBallots) || balloted.contains(id)
    case (.ballots, .cadre): !tables.contains(.cadres) || (cadres[id]?[CadreTable.validVotes] ?? 0) > 0
    case (.talks, .team): !tables.contains(.talks) || talkedAt.contains(id)
    case (.talks, .cadre): !tables.contains(.talks) || talkedAbout.contains(id)
    case (.responsibleUnit, _): true
    }
  }
}
