// Reads a finished page.

extension PrintedText {
  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "dt", "dd", "figcaption",
  ]
  private static let unread: Set<String> = ["head", "style", "script", "template"]

  /// The text of an HTML page as a person reads it.
  init(page bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    var builder = PrintedTextBuilder()
    var unread = 0
    var isHead = false
    // How deep in a `div` that is hidden from reading: a copy that only keeps room.
    var hidden = 0
    while let event = scanner.next() {
      switch event {
      case .start(let name) where Self.unread.contains(name): unread += 1
      case .end(let name) where Self.unread.contains(name): unread -= 1
      case .start("div") where hidden > 0 || scanner.attribute("aria-hidden") == "true": hidden += 1
      case .end("div") where hidden > 0: hidden -= 1
      case _ where unread > 0 || hidden > 0: continue
      case .characters(let text): builder.add(text)
      case .start("br"): builder.add("\n")
      case .start("thead"): isHead = true
      case .end("thead"): isHead = false
      case .start("table"): builder.startTable()
      case .end("table"): builder.endTable()
      case .start("tr"): builder.startRow(isHead: isHead)
      case .end("tr"): builder.endRow()
      case .start("td"), .start("th"): builder.startCell()
      case .end("td"), .end("th"): builder.endCell()
      case .start(let name) where Self.paragraphs.contains(name): builder.startParagraph()
      case .end(let name) where Self.paragraphs.contains(name): builder.endParagraph()
      default: continue
      }
    }
    self = builder.text
  }
}
