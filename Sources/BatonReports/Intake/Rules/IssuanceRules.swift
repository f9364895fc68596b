// 「发文」「分发」: numbers, signers, secrecy, and copies that run on from 1.

import BatonAssessment

enum IssuanceRules {
  private typealias Item = IssuanceTable

  /// Documents that go out under a number.
  private static let numbered: [DocumentName] = [.circular, .countyReport, .feedback]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    issuances(in: workbook) + copies(in: workbook)
  }

  private static func issuances(in workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.issuances] else { return [] }
    var numbers = [String: Row]()
    return table.rows.flatMap { row -> [IntakeFault] in
      var faults = secrecy(of: row)
      if row[Item.document] == .countyReport {
        faults += row.missing([Item.signer.spec], because: "全县考核情况报告")
      }
      if let document = row[Item.document], numbered.contains(document),
        document != .feedback || row[Item.unitID] != nil
      {
        faults += row.missing([Item.number.spec], because: document.rawValue)
      }
      if let number = row[Item.number],
        let earlier = numbers.updateValue(numbers[number] ?? row, forKey: number)
      {
        faults.append(
          row.fault(
            .duplicateValue, at: Item.number, with: [earlier.cell(Item.number)],
            found: "「\(number)」已用于第 \(earlier.address.number) 行", expected: "发文字号每份不同", fix: "改正其中一个"))
      }
      return faults
    } + unissued(in: workbook, table)
  }

  /// A state secret must say on what grounds it is one.
  private static func secrecy(of row: Row) -> [IntakeFault] {
    guard row[Item.secrecyLevel] != nil else { return [] }
    return row.missing(
      [
        Item.secrecyTerm.spec, Item.secrecyBasis.spec, Item.secrecyOfficer.spec, Item.audience.spec,
        Item.authorization.spec,
      ], because: "密级")
  }

  private static func unissued(in workbook: Workbook, _ table: DecodedTable) -> [IntakeFault] {
    guard !table.rows.contains(where: { $0.isBroken(Item.document) }) else { return [] }
    let county: [DocumentName] = [.circular, .countyReport].filter { document in
      !table.rows.contains { $0[Item.document] == document }
    }
    let issued = Set(table.rows.filter { $0[Item.document] == .feedback }.compactMap { $0[Item.unitID] })
    return county.map { document in
      IntakeFault(
        .missingRow, at: table.firstCell, found: "「\(document.rawValue)」没有发文信息", expected: "它须有发文字号",
        fix: "在「发文」表里补上这一行", blocks: [document])
    }
      + workbook.assessedUnits.filter { !issued.contains($0.id) }.map { id, unit in
        IntakeFault(
          .missingRow, at: unit.cell(UnitTable.id), found: "「\(unit[UnitTable.shortName] ?? id)」的反馈意见书没有发文信息",
          expected: "每份反馈意见书须有自己的发文字号", fix: "在「发文」表里补上这一行", blocks: [.feedback], subject: unit.subject)
      }
  }

  private static func copies(in workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.distributions] else { return [] }
    let byDocument = table.rows.grouped { $0[DistributionTable.document] }
    return byDocument.compactMap { document, rows in
      let numbers = rows.compactMap { $0[DistributionTable.copyNumber] }
      guard let document, numbers.count == rows.count, Set(numbers).count == numbers.count,
        let gap = zip(1..., numbers.sorted()).first(where: { $0 != $1 }),
        let row = rows.first(where: { $0[DistributionTable.copyNumber] == gap.1 })
      else { return nil }
      return row.fault(
        .notConsecutive, at: DistributionTable.copyNumber,
        found: "「\(document.rawValue)」没有第 \(gap.0) 份，有第 \(gap.1) 份",
        expected: "份号应从 1 起连续", fix: "改正份号，或补上缺的一份")
    }
  }
}
