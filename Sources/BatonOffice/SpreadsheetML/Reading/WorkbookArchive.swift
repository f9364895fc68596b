// The parts of a workbook's file, found by their relationships: names in it mean nothing.

import BatonDiagnostics
import BatonXML

/// An unpacked workbook.
struct WorkbookArchive {
  let file: String
  /// By name in small letters, with a leading slash.
  private let parts: [String: [UInt8]]

  struct Relation {
    let id: String
    /// The last word of its type: `worksheet`, `sharedStrings`.
    let kind: Substring
    let target: PartName
  }

  init(_ bytes: [UInt8], file: String, limits: ReadingLimits) throws(OfficeError) {
    self.file = file
    try Self.refuseOtherFormats(bytes, file)
    var parts: [String: [UInt8]] = [:]
    do {
      for entry in try ZipReader(bytes, file: file, limits: limits).entries() {
        parts["/" + entry.name.lowercased().replacing("\\", with: "/")] = entry.content
      }
    } catch {
      throw Self.inWords(error, file)
    }
    self.parts = parts
  }

  /// The part that the package itself points to.
  func workbook() throws(OfficeError) -> PartName {
    guard let relation = try relations(of: "/").first(where: { $0.kind == "officeDocument" }) else {
      throw Self.notAWorkbook(file)
    }
    return relation.target
  }

  /// A part's internal relationships, in their order.
  func relations(of source: String) throws(OfficeError) -> [Relation] {
    let name = source == "/" ? "/_rels/.rels" : PartName(source)?.relationshipsName.text ?? ""
    guard let content = parts[name.lowercased()] else { return [] }
    var cursor = try cursor(content, of: name, SpreadsheetVocabulary.relationships)
    var relations: [Relation] = []
    while cursor.nextChild(of: 1) {
      guard cursor.isElement("Relationship"), cursor.value(of: "TargetMode") != "External",
        let id = cursor.value(of: "Id"), let type = cursor.value(of: "Type"),
        let reference = cursor.value(of: "Target"), let target = PartName.resolved(reference, from: source)
      else { continue }
      let kind = type.split(separator: "/").last ?? ""
      relations.append(Relation(id: id, kind: kind, target: target))
    }
    return relations
  }

  func contains(_ name: PartName) -> Bool { parts[name.text.lowercased()] != nil }

  /// The bytes of a part.
  func content(of name: PartName) -> [UInt8]? { parts[name.text.lowercased()] }

  /// A walk through a part, or through what is left of it without some bytes.
  func cursor(through name: PartName, without range: Range<Int>? = nil) throws(OfficeError) -> XMLCursor {
    guard var content = content(of: name) else {
      throw damaged("缺少「\(name.entryName)」")
    }
    if let range { content = Array(content[..<range.lowerBound] + content[range.upperBound...]) }
    return try cursor(
      content, of: name.text, SpreadsheetVocabulary.namespaces + SpreadsheetVocabulary.relationshipIDs)
  }

  private func cursor(
    _ content: [UInt8], of name: String, _ namespaces: [String]
  ) throws(OfficeError) -> XMLCursor {
    do {
      return try XMLCursor(parsing: Source(name: name, decoding: content), namespaces: namespaces)
    } catch {
      let reason = error.diagnostics.first?.message ?? "不是合格的 XML"
      throw damaged("「\(name.dropFirst())」\(reason)")
    }
  }

  func damaged(_ detail: String) -> OfficeError {
    Self.fault("damaged-workbook", "工作簿已损坏：\(detail)", file, help: "在 Excel 或 WPS 里打开、修复后另存")
  }
}

// MARK: What is no workbook

extension WorkbookArchive {
  private static func refuseOtherFormats(_ bytes: [UInt8], _ file: String) throws(OfficeError) {
    if bytes.starts(with: [0x50, 0x4B]) { return }
    // MS-CFB §2.2: an encrypted package, or a workbook of Excel 97–2003.
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw notAWorkbook(file) }
    let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    throw bytes.holds(mark)
      ? fault("encrypted-workbook", "工作簿加了密码，不能读取", file, help: "在 Excel 或 WPS 里取消密码后另存")
      : fault("legacy-workbook", "这是旧版 .xls（或 .et）文件，不能读取", file, help: "在 Excel 或 WPS 里另存为 .xlsx")
  }

  static func notAWorkbook(_ file: String) -> OfficeError {
    fault("not-a-workbook", "这不是 .xlsx 工作簿", file, help: "在 Excel 或 WPS 里另存为「Excel 工作簿（*.xlsx）」")
  }

  /// What the zip reader says of a package, said of a workbook.
  private static func inWords(_ error: OfficeError, _ file: String) -> OfficeError {
    guard let first = error.diagnostics.first else { return error }
    let help = "在 Excel 或 WPS 里打开、修复后另存"
    switch first.id {
    case "encrypted-document":
      return fault("encrypted-workbook", "工作簿加了密码，不能读取", file, help: "在 Excel 或 WPS 里取消密码后另存")
    case "document-too-large", "compression-bomb", "too-many-entries", "overlapping-entries":
      return fault("oversized-workbook", first.message, file, help: "核对文件的来源；确是自己的数据，就分成几个工作簿")
    default: return fault("damaged-workbook", first.message, file, help: help)
    }
  }

  private static func fault(
    _ id: String, _ message: String, _ file: String, help: String
  ) -> OfficeError {
    OfficeError([Diagnostic(id, .error, message, at: .file(file), help: help)])
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands somewhere.
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var index = 0
    while let candidate = self[index...].firstIndex(of: first), candidate + word.count <= count {
      if self[candidate..<(candidate + word.count)].elementsEqual(word) { return true }
      index = candidate + 1
    }
    return false
  }
}
