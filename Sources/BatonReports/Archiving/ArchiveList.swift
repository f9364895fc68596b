// 归档文件目录 (DA/T 22): the list that goes to the archives with the papers, as a page and as a workbook.

internal import BatonArchive
internal import BatonAssessment
internal import BatonOffice
internal import BatonTemplate

/// The list of a year's pieces.
struct ArchiveList: ViewModel {
  let title: String
  let fonds: String
  let host: String
  let writtenOn: CalendarDate
  let rows: [Row]
  /// What nobody knows yet, with how many pieces lack it.
  let missing: [Missing]

  struct Row: Encodable, Sendable {
    let code, number, responsible, title, date, secrecy, pages, remark: String

    static let shape: DataShape = .record([
      "档号": .text, "文号": .text, "责任者": .text, "题名": .text, "日期": .text, "密级": .text, "页数": .text, "备注": .text,
    ])

    enum CodingKeys: String, CodingKey {
      case code = "档号"
      case number = "文号"
      case responsible = "责任者"
      case title = "题名"
      case date = "日期"
      case secrecy = "密级"
      case pages = "页数"
      case remark = "备注"
    }

    /// In the order of the columns, without 序号.
    var cells: [String] { [code, number, responsible, title, date, secrecy, pages, remark] }
  }

  struct Missing: Encodable, Sendable {
    let item: String
    let count: Int

    static let shape: DataShape = .record(["项目": .text, "件数": .integer])

    enum CodingKeys: String, CodingKey {
      case item = "项目"
      case count = "件数"
    }
  }

  static let shape: DataShape.Fields = [
    "题名": .text, "全宗": .text, "主办单位": .text, "成文日期": .date, "各件": .list(of: Row.shape),
    "待补": .list(of: Missing.shape),
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case fonds = "全宗"
    case host = "主办单位"
    case writtenOn = "成文日期"
    case rows = "各件"
    case missing = "待补"
  }

  /// What is written where something isn't known.
  static let unknown = "待补"

  init(_ pieces: [ArchivedPiece], of year: AssessmentYear) {
    let facts = year.facts
    title = "\(facts.county)\(facts.year)年度考核归档文件目录"
    fonds = [facts[.fondsNumber], facts[.fondsName]].compactMap(\.self).joined(separator: "　")
    host = facts.host
    writtenOn = facts.writtenOn
    rows = pieces.map(Row.init)
    missing = [
      ("档号", pieces.count { $0.code == nil }), ("页数", pieces.count { $0.pages == nil && $0.isPrinted }),
    ]
    .filter { $0.1 > 0 }.map { Missing(item: $0.0, count: $0.1) }
  }
}

extension ArchivedPiece {
  /// Data and plan have no pages.
  var isPrinted: Bool { documents[0].paths["html"] != nil || documents[0].paths["docx"] != nil }
}

extension ArchiveList.Row {
  init(_ piece: ArchivedPiece) {
    let first = piece.documents[0]
    code = piece.code ?? ArchiveList.unknown
    number = first.number ?? ""
    responsible = piece.responsible
    title = piece.title
    // DA/T 22-2015 §7.5: eight digits.
    date = String(first.date.filter { $0 != "-" })
    secrecy = first.secrecy ?? ""
    pages = piece.pages.map(String.init) ?? (piece.isPrinted ? ArchiveList.unknown : "")
    let electronic = piece.isPrinted ? "" : "电子文件"
    remark = [first.period, electronic].filter { !$0.isEmpty }.joined(separator: "；")
  }
}

extension ArchiveList {
  private static let columns: [(heading: String, width: Double)] = [
    ("序号", 6), ("档号", 28), ("文号", 22), ("责任者", 30), ("题名", 60), ("日期", 11), ("密级", 8), ("页数", 8), ("备注", 14),
  ]

  /// The list as `.xlsx`; the same list gives the same bytes.
  func xlsx() throws(IntakeError) -> [UInt8] {
    var draft = WorkbookDraft(title: title)
    var sheet = WorkbookDraft.Sheet(name: "归档文件目录")
    let heading = WorkbookDraft.Look(format: "@", isBold: true, background: 0xD9E2F3, color: 0x1F1F1F)
    let plain = WorkbookDraft.Look(format: "@", wraps: true)
    sheet.rows = [
      WorkbookDraft.Row(
        number: 1,
        cells: Self.columns.enumerated().map { .init(column: $0, .text($1.heading), look: heading) })
    ]
    for (index, row) in rows.enumerated() {
      var cells = [WorkbookDraft.Cell(column: 0, .number(Double(index + 1)))]
      for (column, text) in row.cells.enumerated() where !text.isEmpty {
        cells.append(WorkbookDraft.Cell(column: column + 1, .text(text), look: plain))
      }
      sheet.rows.append(WorkbookDraft.Row(number: index + 2, cells: cells))
    }
    for (column, spec) in Self.columns.enumerated() {
      sheet.columns[column] = WorkbookDraft.Column(width: spec.width)
    }
    sheet.frozenRowCount = 1
    draft.sheets = [sheet]
    return try draft.bytes()
  }
}
