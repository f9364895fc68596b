// 「三加一」: a cadre's debrief names exactly three advances and one thing to improve.

import BatonAssessment

enum CadreDebriefRules {
  private typealias Item = CadreDebriefItemTable
  private typealias Part = CadreDebriefItem.Part

  /// How many items a part must have; parts that aren't here may be absent.
  private static let required: [(part: Part, count: ClosedRange<Int>)] = [
    (.politics, 1...Int.max), (.advances, 3...3), (.improvement, 1...1), (.problems, 1...Int.max),
  ]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.cadreDebriefs] else { return [] }
    let cadres = workbook.identifiers(of: .cadres)
    let debriefs = RowsByObject(table.rows, by: Item.cadreID) { cadres == nil || cadres?[$0] != nil }
    let titles = table.rows.flatMap { row in
      guard let part = row[Item.part], CadreDebriefItem.titledParts.contains(part) else {
        return [IntakeFault]()
      }
      return row.missing([Item.title.spec], because: part.rawValue)
    }
    let parts = debriefs.objects.filter { !debriefs.suspects.contains($0.id) }.flatMap { check($0.rows) }
    let written = debriefs.suspects.union(debriefs.objects.map(\.id))
    return titles + parts + unwritten(workbook, except: written)
  }

  /// The parts of one cadre's debrief.
  private static func check(_ rows: [Row]) -> [IntakeFault] {
    let first = rows[0]
    guard !rows.contains(where: { $0.isBroken(Item.part) }) else { return [] }
    let parts = Dictionary(grouping: rows) { $0[Item.part] }
    return Part.allCases.compactMap { part in
      let items = parts[part] ?? []
      if let count = required.first(where: { $0.part == part })?.count, !count.contains(items.count) {
        return wrongCount(of: part, items.count, expected: count, at: first)
      }
      return Item.number.gap(in: items, of: part.rawValue, at: first, Item.cadreID.spec)
    }
  }

  private static func wrongCount(
    of part: Part, _ count: Int, expected: ClosedRange<Int>, at first: Row
  ) -> IntakeFault {
    let amount = expected.upperBound == .max ? "至少一条" : "恰 \(expected.lowerBound) 项"
    return first.fault(
      count == 0 ? .missingPart : .wrongPartCount, at: Item.cadreID,
      found: count == 0 ? "缺「\(part.rawValue)」" : "「\(part.rawValue)」有 \(count) 项", expected: "应有\(amount)",
      fix: count < expected.lowerBound ? "补足「\(part.rawValue)」" : "留下 \(expected.upperBound) 项，其余删去")
  }

  /// Cadres who must debrief and have no row at all.
  private static func unwritten(_ workbook: Workbook, except written: Set<String>) -> [IntakeFault] {
    let plan = workbook.plan ?? Plan([])
    return workbook.rows(.cadres).compactMap { row in
      guard let cadre = CadreTable.record(row), cadre.mustDebrief(under: plan), !written.contains(cadre.id)
      else { return nil }
      return row.fault(
        .missingPart, at: CadreTable.id, found: "「\(cadre.name)」没有个人述职",
        expected: "科级正副职人人须有：政治表现、三项进步工作、一项改进工作、存在问题", fix: "在「个人述职」表里补上其各行",
        about: [.cadreDebriefs])
    }
  }
}
