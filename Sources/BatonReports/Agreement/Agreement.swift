// Figures are read back from the finished bytes and compared with what was claimed; a document that disagrees is never
// published.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonOffice

/// A figure that documents must agree on, as one of them prints it.
struct Reading: Sendable, Hashable {
  let field: String
  let text: String
  let document: String
}

/// Compares the finished files of one document with its claims.
struct Agreement {
  let document: PlannedDocument
  let claims: Claims

  /// What the files say against the claims; empty if they agree.
  func disagreements(in files: [[UInt8]], as formats: [DocumentFormat]) -> [Diagnostic] {
    zip(files, formats).flatMap { bytes, format in
      do {
        return disagreements(in: try Self.text(of: bytes, as: format), as: format)
      } catch let error as OfficeError {
        return error.diagnostics
      } catch {
        return [Diagnostic("figure-unreadable", .error, "「\(document.title)」生成后读不回来：\(error)")]
      }
    }
  }

  /// What the document prints of the figures that documents must agree on. It has been found to agree with its claims.
  var readings: [Reading] {
    let said = claims.statements.flatMap(\.named)
    let columns = claims.columns.flatMap { column in zip(column.fields ?? [], column.values) }
    return (said + columns).map { Reading(field: $0.0, text: $0.1, document: document.title) }
  }

  static func text(of bytes: [UInt8], as format: DocumentFormat) throws -> PrintedText {
    switch format {
    case .html: PrintedText(page: bytes)
    case .docx: try PrintedText(package: bytes, file: "成品")
    case .flatOPC: PrintedText(body: bytes)
    }
  }

  private func disagreements(in text: PrintedText, as format: DocumentFormat) -> [Diagnostic] {
    statements(in: text, format) + claims.columns.flatMap { column($0, in: text, format) }
      + claims.relations.flatMap { relation in
        relation.violations(text).map { disagreement("\(relation.name)：\($0)", format) }
      }
  }

  /// Every statement must be found as often as it is claimed.
  private func statements(in text: PrintedText, _ format: DocumentFormat) -> [Diagnostic] {
    let all = Array(text.lines.joined(separator: "\n").utf8)
    return claims.statements.grouped(by: \.text).compactMap { expected, statements in
      guard all.count(of: Array(expected.utf8)) < statements.count else { return nil }
      let printed = text.lines.lazy.compactMap { statements[0].printed(in: $0) }.first { $0 != expected }
      return printed.map { disagreement("印的是「\($0)」，而数据算出的是「\(expected)」", format, statements[0].named) }
        ?? disagreement("找不到「\(expected)」", format, statements[0].named)
    }
  }

  private func column(
    _ column: Claims.Column, in text: PrintedText, _ format: DocumentFormat
  ) -> [Diagnostic] {
    let tables = text.tables.filter { Set(column.headings).isSubset(of: $0.headings) }
    guard tables.indices.contains(column.table), let cells = tables[column.table].column(column.heading)
    else {
      return column.values.isEmpty ? [] : [disagreement("找不到表头有「\(column.heading)」的表", format)]
    }
    guard cells.count == column.values.count else {
      return [
        disagreement("「\(column.heading)」一列有 \(cells.count) 行，而数据算出的有 \(column.values.count) 行", format)
      ]
    }
    return zip(cells, column.values).enumerated().compactMap { row, cell in
      guard cell.0 != cell.1 else { return nil }
      let named = column.fields.map { [($0[row], cell.1)] } ?? []
      return disagreement(
        "「\(column.heading)」第 \(row + 1) 行印的是「\(cell.0)」，而数据算出的是「\(cell.1)」", format, named)
    }
  }

  /// Both places: the file, and the figure of the year's results that it should print.
  private func disagreement(
    _ message: String, _ format: DocumentFormat, _ named: [(field: String, text: String)] = []
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      "figure-disagrees", .error, message, at: .file("\(document.path).\(format.fileExtension)"),
      help: "模板「\(document.kind.template)」改了数字的出处或前后的字：改回来再生成")
    diagnostic.notes += named.map { Diagnostic.Note("年度结果「\($0.field)」是「\($0.text)」") }
    return diagnostic
  }
}

extension [Reading] {
  /// Figures that two documents print differently.
  var disagreements: [Diagnostic] {
    grouped(by: \.field).compactMap { field, readings in
      guard let first = readings.first, let other = readings.first(where: { $0.text != first.text }) else {
        return nil
      }
      var diagnostic = Diagnostic(
        "figure-disagrees", .error, "「\(field)」在两份文书里不同：「\(first.text)」和「\(other.text)」",
        help: "两份文书用了同一年度结果而数字不同，是程序的错误：请连同数据报告")
      diagnostic.notes = [first, other].map { Diagnostic.Note("「\($0.document)」里是「\($0.text)」") }
      return diagnostic
    }
  }
}

extension [UInt8] {
  /// How often some bytes stand in these, one after another.
  fileprivate func count(of wanted: [UInt8]) -> Int {
    guard let first = wanted.first, count >= wanted.count else { return 0 }
    var found = 0
    var position = 0
    while position <= count - wanted.count {
      if self[position] == first, self[position..<position + wanted.count].elementsEqual(wanted) {
        found += 1
        position += wanted.count
      } else {
        position += 1
      }
    }
    return found
  }
}
