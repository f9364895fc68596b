// Reads a finished Word document: the body of WordprocessingML, from a package or from Flat OPC.

internal import BatonOffice

extension PrintedText {
  /// The text of a `.docx`.
  ///
  /// - Throws: ``OfficeError`` if the bytes are no package.
  init(package bytes: [UInt8], file: String) throws {
    let package = try Package(reading: bytes, file: file)
    self.init(body: package.part(named: "/word/document.xml")?.content ?? [])
  }

  private static let unread: Set<String> = ["mc:Fallback", "w:instrText", "w:del", "w:delText"]

  /// The text of what stands in `w:body`; what stands elsewhere is headers, footers and styles.
  init(body bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    var builder = PrintedTextBuilder()
    var unread = 0
    var isBody = false
    var isText = false
    while let event = scanner.next() {
      switch event {
      case .start("w:body"): isBody = true
      case .end("w:body"): isBody = false
      case .start(let name) where Self.unread.contains(name): unread += 1
      case .end(let name) where Self.unread.contains(name): unread -= 1
      case _ where unread > 0 || !isBody: continue
      case .start("w:t"): isText = true
      case .end("w:t"): isText = false
      case .characters(let text): if isText { builder.add(text) }
      case .start("w:br"): if scanner.attribute("w:type") != "page" { builder.add("\n") }
      case .start("w:tbl"): builder.startTable()
      case .end("w:tbl"): builder.endTable()
      case .start("w:tr"): builder.startRow(isHead: false)
      case .start("w:tblHeader"): builder.markHead()
      case .end("w:tr"): builder.endRow()
      case .start("w:tc"): builder.startCell()
      case .end("w:tc"): builder.endCell()
      case .start("w:p"): builder.startParagraph()
      case .end("w:p"): builder.endParagraph()
      default: continue
      }
    }
    self = builder.text
  }
}
