// A table as a sheet to fill in: headings with notes, columns with formats, lists to choose from.

internal import BatonAssessment
internal import BatonOffice

/// One sheet of the year's workbook.
struct TableSheet {
  let table: Table

  /// How far down lists to choose from reach.
  private static let lastRow = 20_000

  /// The sheet with its headings and the rows that are given, each as long as the headings or shorter.
  func draft(rows: [[WorkbookDraft.Value]]) -> WorkbookDraft.Sheet {
    let columns = table.schema.columns
    var sheet = WorkbookDraft.Sheet(name: table.rawValue)
    let headings = columns.enumerated().map { position, column in
      WorkbookDraft.Cell(
        column: position, .text(column.heading), look: Self.headingLook(isRequired: column.isRequired),
        note: ColumnGuide(spec: column).note)
    }
    sheet.rows = [WorkbookDraft.Row(number: 1, cells: headings)]
    for (index, values) in rows.enumerated() {
      let cells = zip(columns, values).enumerated().compactMap { position, pair -> WorkbookDraft.Cell? in
        let (column, value) = pair
        if value == .blank { return nil }
        return WorkbookDraft.Cell(column: position, value, look: ColumnGuide(spec: column).look)
      }
      sheet.rows.append(WorkbookDraft.Row(number: index + 2, cells: cells))
    }
    for (position, column) in columns.enumerated() {
      let guide = ColumnGuide(spec: column)
      sheet.columns[position] = WorkbookDraft.Column(width: guide.width, look: guide.look)
      if let list = list(for: column, guide) {
        sheet.choices.append(
          WorkbookDraft.Choice(
            list, for: CellRange(rows: 2...Self.lastRow, columns: position...position)))
      }
    }
    sheet.frozenRowCount = 1
    return sheet
  }

  private func list(for column: ColumnSpec, _ guide: ColumnGuide) -> WorkbookDraft.Choice.List? {
    if let words = guide.words { return .words(words) }
    // Of several numbers in one cell a list can't be made.
    guard let target = column.references, column.kind == .text, let key = target.schema.key.first,
      let position = target.schema.positions[key.heading]
    else { return nil }
    let letters = CellAddress.columnLetters(position)
    return .range("'\(target.rawValue)'!$\(letters)$2:$\(letters)$\(Self.lastRow)")
  }

  /// Required columns stand out.
  private static func headingLook(isRequired: Bool) -> WorkbookDraft.Look {
    WorkbookDraft.Look(
      format: "@", isBold: true, background: isRequired ? 0xFFE699 : 0xD9E2F3, color: 0x1F1F1F)
  }
}

extension TableSheet {
  /// The rows of a table that was read, in the order of the schema's columns: numbers as numbers, dates as dates.
  func values(of raw: RawTable) -> [[WorkbookDraft.Value]] {
    let columns = table.schema.columns
    let positions = Dictionary(
      raw.headings.compactMap { cell in table.schema.positions[cell.content.text].map { (cell.column, $0) } }
    ) { first, _ in first }
    return raw.rows.dropFirst().map { row in
      var values = [WorkbookDraft.Value](repeating: .blank, count: columns.count)
      for cell in row.cells {
        guard let position = positions[cell.column] else { continue }
        values[position] = Self.value(cell.content.text, as: columns[position].kind)
      }
      return values
    }
  }

  private static func value(_ text: String, as kind: ColumnKind) -> WorkbookDraft.Value {
    switch kind {
    case .integer, .number, .outcome, .planValue:
      // What a binary number can't hold stays text, and is read as the number that it says.
      guard text.count <= 15, ExactDecimal(text) != nil, let number = Double(text) else { return .text(text) }
      return .number(number)
    case .date:
      guard let date = CalendarDate(text) else { return .text(text) }
      return .moment(Moment(day: Moment.Day(year: date.year, month: date.month, day: date.day), time: nil))
    case .text, .flag, .choice, .choices, .list: return .text(text)
    }
  }
}
