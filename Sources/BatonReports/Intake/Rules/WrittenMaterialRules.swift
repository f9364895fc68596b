// 「撰写材料」: the parts that each document needs, of every unit or of the whole county.

import BatonAssessment

enum WrittenMaterialRules {
  private typealias Item = WrittenMaterialTable

  private enum Scope { case unit, county }

  /// The documents that have written parts, and which.
  private static let outlines: [(document: DocumentName, scope: Scope, parts: [String])] = [
    (.completionReport, .unit, ["党建工作", "高质量发展", "年度目标任务", "新增内容", "班子运行", "队伍建设"]),
    (.feedback, .unit, ["主要成绩", "整改要求"]),
    (.circular, .county, ["主要特点", "存在问题", "下步要求"]),
    (.countyReport, .county, ["工作开展", "主要成效", "存在问题", "总体研判", "结果运用", "下步打算"]),
  ]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.writtenMaterials], workbook[.units] != nil else { return [] }
    var doubtful = doubtfulRows(workbook, table)
    return table.rows.flatMap(misplaced)
      + outlines.flatMap { document, scope, parts in
        let rows = table.rows.filter { $0[Item.document] == document }
        switch scope {
        case .county: return missing(parts, of: document, in: rows, else: nil, or: table.firstCell, &doubtful)
        case .unit:
          let byUnit = Dictionary(grouping: rows) { $0[Item.unitID] ?? "" }
          return workbook.assessedUnits.flatMap { id, unit in
            missing(
              parts, of: document, in: byUnit[id] ?? [], else: unit, or: unit.cell(UnitTable.id), &doubtful)
          }
        }
      }
  }

  /// Rows of which the document, the unit or the part can't be told; they have been reported themselves.
  private static func doubtfulRows(_ workbook: Workbook, _ table: DecodedTable) -> DoubtfulRows {
    let keys = table.rows.map { row -> [String?] in
      let outline = outlines.first { $0.document == row[Item.document] }
      let part = row[Item.part].flatMap { outline?.parts.contains($0) == false ? nil : $0 }
      let unit =
        outline?.scope == .county ? "" : row[Item.unitID].flatMap { workbook.unit($0) == nil ? nil : $0 }
      return [outline?.document.rawValue, unit, part]
    }
    return DoubtfulRows(keys.filter { $0.contains(nil) })
  }

  private static func misplaced(_ row: Row) -> [IntakeFault] {
    guard let document = row[Item.document] else { return [] }
    guard let outline = outlines.first(where: { $0.document == document }) else {
      return [
        row.fault(
          .notInList, at: Item.document, found: "「文书」写的是「\(document.rawValue)」",
          expected: "只有\(outlines.map { "「\($0.document.rawValue)」" }.joined(separator: "、"))有撰写材料",
          fix: "改正文书名")
      ]
    }
    var faults = [IntakeFault]()
    if let part = row[Item.part], !outline.parts.contains(part) {
      faults.append(
        row.fault(
          .notInList, at: Item.part, found: "「部分」写的是「\(part)」",
          expected: "「\(document.rawValue)」的部分是\(outline.parts.map { "「\($0)」" }.joined(separator: "、"))",
          fix: "用所列的名称"))
    }
    if outline.scope == .unit { faults += row.missing([Item.unitID.spec], because: document.rawValue) }
    if outline.scope == .county, row[Item.unitID] != nil {
      faults.append(
        row.fault(
          .contradiction, at: Item.unitID, found: "「\(document.rawValue)」写了单位编号", expected: "它是全县一份",
          fix: "清空这一格"))
    }
    return faults
  }

  private static func missing(
    _ parts: [String], of document: DocumentName, in rows: [Row], else unit: Row?, or place: CellAddress,
    _ doubtful: inout DoubtfulRows
  ) -> [IntakeFault] {
    let present = Set(rows.compactMap { $0[Item.part] })
    let subject = unit?.subject ?? IntakeFault.Subject()
    let whose = unit?[UnitTable.shortName].map { "「\($0)」的" } ?? ""
    let key = { (part: String) in [document.rawValue, unit?[UnitTable.id] ?? "", part] }
    return parts.filter { !present.contains($0) && !doubtful.standInFor(key($0)) }.map { part in
      IntakeFault(
        .missingPart, at: rows.first?.cell(Item.document) ?? place,
        found: "\(whose)「\(document.rawValue)」缺「\(part)」", expected: "各部分缺一不可", fix: "在「撰写材料」表里补上「\(part)」",
        blocks: [document], subject: subject)
    }
  }
}
