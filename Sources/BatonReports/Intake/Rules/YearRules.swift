// 「年度」: what no year can do without, and what its items may say.

import BatonAssessment
import BatonDiagnostics

enum YearRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.year] else { return [] }
    return missingItems(in: table) + table.rows.flatMap(wrongContent) + order(in: workbook)
      + publicity(in: workbook)
  }

  private static func missingItems(in table: DecodedTable) -> [IntakeFault] {
    let present = Set(table.values(YearFactTable.item))
    let missing = YearFact.Item.required.filter { !present.contains($0) }
    // An item that can't be read has been reported, and may be the one.
    guard missing.count > table.rows.count(where: { $0.isBroken(YearFactTable.item) }) else { return [] }
    return missing.map { item in
      IntakeFault(
        .missingRow, at: table.firstCell, found: "缺「\(item.rawValue)」一行", expected: "每个年度都要写明它",
        fix: "补一行：项目「\(item.rawValue)」，内容照实填写", blocks: DocumentName.depending(on: .year))
    }
  }

  private enum Content { case text, date, year, count }

  private static func content(of item: YearFact.Item) -> Content {
    switch item {
    case .periodStart, .periodEnd, .writtenOn, .reviewedOn, .trainedOn, .publicityStart, .publicityEnd,
      .remedyPlanDueOn, .remedyResultDueOn:
      .date
    case .year, .archiveYear: .year
    case .leaderBallotsIssued, .publicityWorkdays, .firstItemNumber: .count
    default: .text
    }
  }

  private static func wrongContent(_ row: Row) -> [IntakeFault] {
    guard let item = row[YearFactTable.item], let text = row[YearFactTable.content] else { return [] }
    let kind: ColumnKind =
      switch content(of: item) {
      case .text: .text
      case .date: .date
      case .year: .integer(1000...9999)
      case .count: .integer(0...Int.max)
      }
    do throws(CellDecoder.Problem) {
      _ = try CellDecoder.decode(text, as: kind)
      return []
    } catch {
      return [
        row.fault(
          error.code, at: YearFactTable.content, found: "「\(item.rawValue)」写的是「\(text)」",
          expected: error.expected, fix: error.fix)
      ]
    }
  }

  private static func order(in workbook: Workbook) -> [IntakeFault] {
    let pairs: [(YearFact.Item, YearFact.Item)] = [
      (.periodStart, .periodEnd), (.publicityStart, .publicityEnd),
    ]
    return pairs.compactMap { first, last in
      guard let start = workbook.facts[first], let end = workbook.facts[last],
        let startDate = CalendarDate(start.content), let endDate = CalendarDate(end.content),
        startDate > endDate
      else { return nil }
      return IntakeFault(
        .wrongOrder, at: end.cell, with: [start.cell], found: "「\(last.rawValue)」早于「\(first.rawValue)」",
        expected: "应不早于 \(startDate)", fix: "核对两个日期", blocks: DocumentName.depending(on: .year))
    }
  }

  private static func publicity(in workbook: Workbook) -> [IntakeFault] {
    guard let fact = workbook.facts[.publicityWorkdays], let days = ExactDecimal(fact.content),
      let minimum = workbook.plan?.number(.minimums, "工作日数", for: "公示"), days.rational < minimum.rational
    else { return [] }
    return [
      IntakeFault(
        .belowMinimum, at: fact.cell, found: "「公示工作日数」是 \(days)", expected: "方案规定不少于 \(minimum) 个工作日",
        fix: "公示满 \(minimum) 个工作日后再填", blocks: DocumentName.depending(on: .year))
    ]
  }
}

extension YearFact {
  /// The cell of what it says.
  fileprivate var cell: CellAddress { row.cell(YearFactTable.content.heading) }
}
