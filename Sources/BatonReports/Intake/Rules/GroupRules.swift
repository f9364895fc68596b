// 「考核组」: numbers, leaders, recusal and training.

import BatonAssessment

enum GroupRules {
  private typealias Item = AssessorTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.groups] else { return [] }
    return numbers(in: table) + leaders(in: table) + persons(in: table) + recusals(in: workbook)
      + trainings(in: workbook)
  }

  private static func numbers(in table: DecodedTable) -> [IntakeFault] {
    guard !table.rows.contains(where: { $0.isBroken(Item.groupNumber) }) else { return [] }
    let groups = table.rows.grouped { $0[Item.groupNumber] ?? 0 }.sorted { $0.key < $1.key }
    return zip(1..., groups).filter { $0.0 != $0.1.key }.prefix(1).map { expected, group in
      group.values[0].fault(
        .notConsecutive, at: Item.groupNumber, found: "没有第 \(expected) 组，有第 \(group.key) 组",
        expected: "组号应从 1 起连续", fix: "改正组号，或补上缺的一组")
    }
  }

  private static func leaders(in table: DecodedTable) -> [IntakeFault] {
    let groups = table.rows.filter { !$0.isBroken(Item.groupNumber) }.grouped { $0[Item.groupNumber] ?? 0 }
    return groups.flatMap { number, rows -> [IntakeFault] in
      let leaders = rows.filter { $0[Item.duty] == .leader }
      if leaders.isEmpty {
        guard !rows.contains(where: { $0.isBroken(Item.duty) }) else { return [] }
        return [
          rows[0].fault(
            .wrongCount, at: Item.groupNumber, found: "第 \(number) 组没有组长", expected: "每组恰一名组长",
            fix: "把组长的「职责」写成「组长」")
        ]
      }
      return leaders.dropFirst().map { row in
        row.fault(
          .wrongCount, at: Item.duty, with: [leaders[0].cell(Item.duty)],
          found: "第 \(number) 组有 \(leaders.count) 名组长", expected: "每组恰一名组长", fix: "留下一名组长")
      }
    }
  }

  private static func persons(in table: DecodedTable) -> [IntakeFault] {
    let named = table.rows.filter { $0[Item.name] != nil }.grouped { $0[Item.name] ?? "" }
    return named.flatMap { name, rows in
      rows.dropFirst().filter { $0[Item.groupNumber] != rows[0][Item.groupNumber] }.map { row in
        row.fault(
          .duplicateValue, at: Item.name, with: [rows[0].cell(Item.name)],
          found: "「\(name)」也在第 \(rows[0].address.number) 行的组里", expected: "同一人只在一组",
          fix: "从其中一组删去；确是同名就在姓名后加注")
      }
    }
  }

  private static func recusals(in workbook: Workbook) -> [IntakeFault] {
    workbook.rows(.groups).flatMap { row -> [IntakeFault] in
      let avoided = (row[Item.avoidedUnitIDs] ?? []).map { ($0, Item.avoidedUnitIDs.spec) }
      let source = row[Item.sourceUnitID].map { [($0, Item.sourceUnitID.spec)] } ?? []
      return (source + avoided).compactMap { id, column in
        guard let unit = workbook.unit(id), let number = row[Item.groupNumber],
          unit[UnitTable.groupNumber] == number
        else { return nil }
        return row.fault(
          .recusal, at: column, with: [unit.cell(UnitTable.groupNumber)],
          found:
            "「\(row[Item.name] ?? "")」的\(column.heading)「\(unit[UnitTable.shortName] ?? id)」由本组（第 \(number) 组）考核",
          expected: "来源单位、回避单位不得由本组考核", fix: "调换考核员，或把该单位分给别的组")
      }
    }
  }

  private static func trainings(in workbook: Workbook) -> [IntakeFault] {
    var earliest = [Int: Row]()
    for visit in workbook.rows(.visits) {
      guard let date = visit[OnSiteVisitTable.arrivedOn],
        let number = workbook.unit(visit[OnSiteVisitTable.unitID])?[UnitTable.groupNumber]
      else { continue }
      if let known = earliest[number]?[OnSiteVisitTable.arrivedOn], known <= date { continue }
      earliest[number] = visit
    }
    return workbook.rows(.groups).compactMap { row in
      guard let trained = row[Item.trainedOn], let number = row[Item.groupNumber],
        let visit = earliest[number],
        let arrived = visit[OnSiteVisitTable.arrivedOn], trained > arrived
      else { return nil }
      return row.fault(
        .wrongOrder, at: Item.trainedOn, with: [visit.cell(OnSiteVisitTable.arrivedOn)],
        found: "培训日期 \(trained) 晚于本组最早进驻日期 \(arrived)", expected: "应先培训后进驻", fix: "核对两个日期")
    }
  }
}
