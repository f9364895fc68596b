// Writing by libxlsxwriter: the only file that knows its C types.

import BatonDiagnostics
import CLibXlsxWriter

extension WorkbookDraft {
  /// Writes the workbook as `.xlsx` to a path; equal drafts give equal bytes.
  ///
  /// - Throws: `cannot-write` with the library's own words.
  package func write(to path: String) throws(OfficeError) {
    guard let workbook = unsafe workbook_new(path) else { throw failure("内存不足", path) }
    var writer = unsafe WorkbookWriter(workbook)
    for sheet in sheets { writer.add(sheet) }
    let code = writer.close(title: title)
    guard code == LXW_NO_ERROR else {
      throw failure(unsafe String(cString: lxw_strerror(code)), path)
    }
  }

  private func failure(_ reason: String, _ path: String) -> OfficeError {
    OfficeError([
      Diagnostic("cannot-write", .error, "写不成工作簿：\(reason)", at: .file(path), help: "核对文件夹的权限和磁盘的余量")
    ])
  }
}

/// One workbook in the making; ``close(title:)`` frees it.
@safe private struct WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [WorkbookDraft.Look: UnsafeMutablePointer<lxw_format>]

  /// 2000-01-01: a workbook says nothing of when it was made.
  private static let created = 946_684_800

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = workbook
    unsafe formats = [:]
  }

  func close(title: String) -> lxw_error {
    unsafe title.withMutableCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = title
      unsafe properties.created = Self.created
      unsafe workbook_set_properties(workbook, &properties)
    }
    return unsafe workbook_close(workbook)
  }

  mutating func add(_ sheet: WorkbookDraft.Sheet) {
    guard let target = unsafe workbook_add_worksheet(workbook, sheet.name) else { return }
    for (column, settings) in sheet.columns.sorted(by: { $0.key < $1.key }) {
      let column = lxw_col_t(column)
      var options = lxw_row_col_options()
      options.hidden = settings.isHidden ? 1 : 0
      unsafe worksheet_set_column_opt(
        target, column, column, settings.width, format(settings.look), &options)
    }
    for row in sheet.rows {
      if row.isHidden {
        var options = lxw_row_col_options()
        options.hidden = 1
        unsafe worksheet_set_row_opt(
          target, lxw_row_t(row.number - 1), Double(LXW_DEF_ROW_HEIGHT), nil, &options)
      }
      for cell in row.cells { unsafe write(cell, row: lxw_row_t(row.number - 1), to: target) }
    }
    for merge in sheet.merges where merge.rows.count > 1 || merge.columns.count > 1 {
      unsafe self.merge(merge, of: sheet, in: target)
    }
    for choice in sheet.choices { unsafe add(choice, to: target) }
    if sheet.frozenRowCount > 0 { unsafe worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRowCount), 0) }
    if sheet.isHidden { unsafe worksheet_hide(target) }
  }

  private mutating func write(
    _ cell: WorkbookDraft.Cell, row: lxw_row_t, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let column = lxw_col_t(cell.column)
    let format = unsafe format(cell.look)
    switch cell.value {
    case .blank: unsafe worksheet_write_blank(sheet, row, column, format)
    case .text(let text): unsafe worksheet_write_string(sheet, row, column, text, format)
    case .number(let number): unsafe worksheet_write_number(sheet, row, column, number, format)
    case .moment(let moment): unsafe worksheet_write_number(sheet, row, column, moment.serial, format)
    case .boolean(let boolean): unsafe worksheet_write_boolean(sheet, row, column, boolean ? 1 : 0, format)
    }
    if let note = cell.note {
      var options = unsafe lxw_comment_options()
      unsafe options.x_scale = 2
      unsafe options.y_scale = Double(2 + note.count / 24) / 4
      unsafe worksheet_write_comment_opt(sheet, row, column, note, &options)
    }
  }

  /// The library writes the first cell anew when it merges; what stands there is written once more.
  private mutating func merge(
    _ range: CellRange, of sheet: WorkbookDraft.Sheet, in target: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let row = lxw_row_t(range.rows.lowerBound - 1)
    let first = sheet.rows.first { $0.number == range.rows.lowerBound }?.cells
      .first { $0.column == range.columns.lowerBound }
    unsafe worksheet_merge_range(
      target, row, lxw_col_t(range.columns.lowerBound), lxw_row_t(range.rows.upperBound - 1),
      lxw_col_t(range.columns.upperBound), "", format(first?.look ?? WorkbookDraft.Look()))
    if var first {
      first.note = nil
      unsafe write(first, row: row, to: target)
    }
  }

  private func add(_ choice: WorkbookDraft.Choice, to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    var validation = unsafe lxw_data_validation()
    unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let apply = { (validation: inout lxw_data_validation) in
      _ = unsafe worksheet_data_validation_range(
        sheet, lxw_row_t(choice.cells.rows.lowerBound - 1), lxw_col_t(choice.cells.columns.lowerBound),
        lxw_row_t(choice.cells.rows.upperBound - 1), lxw_col_t(choice.cells.columns.upperBound), &validation)
    }
    switch choice.list {
    case .range(let range):
      unsafe "=\(range)".withMutableCString { formula in
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        unsafe validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
        unsafe validation.value_formula = formula
        unsafe apply(&validation)
      }
    case .words(let words):
      // A list within the cell's own rules: `"甲,乙"`, at most 255 characters.
      unsafe "\"\(words.joined(separator: ","))\"".withMutableCString { formula in
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        unsafe validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        unsafe validation.value_formula = formula
        unsafe apply(&validation)
      }
    }
  }

  private mutating func format(_ look: WorkbookDraft.Look) -> UnsafeMutablePointer<lxw_format>? {
    if look == WorkbookDraft.Look() { return nil }
    if let format = unsafe formats[look] { return unsafe format }
    guard let format = unsafe workbook_add_format(workbook) else { return nil }
    if look.format != "General" { unsafe format_set_num_format(format, look.format) }
    if look.isBold { unsafe format_set_bold(format) }
    if look.wraps { unsafe format_set_text_wrap(format) }
    if let color = look.color { unsafe format_set_font_color(format, lxw_color_t(color)) }
    if let background = look.background { unsafe format_set_bg_color(format, lxw_color_t(background)) }
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe formats[look] = unsafe format
    return unsafe format
  }
}

extension String {
  /// The text as C holds it, for a structure that wants it mutable and doesn't change it.
  fileprivate func withMutableCString(_ body: (UnsafeMutablePointer<CChar>?) -> Void) {
    var characters = utf8CString.map { $0 }
    unsafe characters.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress) }
  }
}
