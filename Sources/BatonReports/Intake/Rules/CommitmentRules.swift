// 「担当作为」: who may be entered in the ledger.

import BatonAssessment

enum CommitmentRules {
  private typealias Item = CommitmentTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    let cadres = workbook.identifiers(of: .cadres) ?? [:]
    let recommendations = recommendations(in: workbook)
    return workbook.rows(.commitments).flatMap { row -> [IntakeFault] in
      var faults = length(of: row)
      guard let movement = row[Item.movement], movement != .left else { return faults }
      faults += row.missing([Item.disciplineOpinion.spec, Item.enteredOn.spec], because: movement.rawValue)
      faults += dimensions(of: row, movement)
      guard let cadre = row[Item.cadreID].flatMap({ cadres[$0] }) else { return faults }
      faults += person(row, cadre, movement)
      if movement == .added, workbook[.talks] != nil {
        faults += recommended(row, recommendations, workbook.plan)
      }
      return faults
    }
  }

  /// How many talks recommend each cadre.
  private static func recommendations(in workbook: Workbook) -> [String: Int] {
    var talks = [String: Set<String>]()
    for row in workbook.rows(.talks) {
      guard let talk = row[TalkEntryTable.talkID] else { continue }
      for cadre in row[TalkEntryTable.recommendedIDs] ?? [] { talks[cadre, default: []].insert(talk) }
    }
    return talks.mapValues(\.count)
  }

  private static func length(of row: Row) -> [IntakeFault] {
    guard let deeds = row[Item.deeds], deeds.count > 200 else { return [] }
    return [
      row.fault(
        .aboveMaximum, at: Item.deeds, found: "「主要事迹」有 \(deeds.count) 字", expected: "不应多于 200 字",
        fix: "压缩到 200 字以内")
    ]
  }

  private static func dimensions(of row: Row, _ movement: Commitment.Movement) -> [IntakeFault] {
    [Item.meetsPolitics, Item.tookUrgentTasks, Item.solvedComplexProblems, Item.servedRuralRevival]
      .filter { row[$0] == false }.map { column in
        row.fault(
          .contradiction, at: column, with: [row.cell(Item.movement)],
          found: "动态是「\(movement.rawValue)」而「\(column.heading)」写的是「否」",
          expected: "四项都须是「是」", fix: "核对后改正；不符合就不入册")
      }
  }

  private static func person(_ row: Row, _ cadre: Row, _ movement: Commitment.Movement) -> [IntakeFault] {
    var faults = [IntakeFault]()
    if cadre[CadreTable.identity] == .institutionStaff {
      faults.append(
        row.fault(
          .contradiction, at: Item.cadreID, with: [cadre.cell(CadreTable.identity)],
          found: "「\(movement.rawValue)」的人员身份是「事业」",
          expected: "身份须为公务员或参公", fix: "核对身份；不符合就不入册"))
    }
    if let status = cadre[CadreTable.status], status != .inPost {
      faults.append(
        row.fault(
          .contradiction, at: Item.cadreID, with: [cadre.cell(CadreTable.status)],
          found: "「\(movement.rawValue)」的人员不在岗",
          expected: "状态须为「在岗」", fix: "核对状态；不符合就不入册"))
    }
    return faults
  }

  private static func recommended(_ row: Row, _ recommendations: [String: Int], _ plan: Plan?)
    -> [IntakeFault]
  {
    guard let cadre = row[Item.cadreID], let least = plan?.number(.minimums, "推荐人次", for: "担当作为"),
      case let count = recommendations[cadre] ?? 0, Rational(count) < least.rational
    else { return [] }
    return [
      row.fault(
        .belowMinimum, at: Item.cadreID, found: "谈话推荐 \(count) 人次", expected: "新增者不应少于 \(least) 人次",
        fix: "核对「谈话」表的「推荐人员」；不够就不入册", about: [.commitments, .talks])
    ]
  }
}
