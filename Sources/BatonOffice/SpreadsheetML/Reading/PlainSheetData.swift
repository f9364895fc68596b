// The cells of a sheet, where they are written as programs write them: one pass over the bytes that is reader and
// judge of well-formedness at once. Whatever is the least unusual is left to `SheetReader` and libxml2.

import BatonXML

/// Reads what stands between `<sheetData>` and `</sheetData>`, within a strict subset of XML.
///
/// Accepted are rows, cells, `v`, `f` and plain `is`, without namespace declarations, comments, CDATA or runs; each
/// tag closed by its own name, no attribute twice, no character that XML forbids.
struct PlainSheetData {
  /// What is not written plainly: no fault, only nothing for this reader.
  struct Unusual: Error {}

  private let bytes: [UInt8]
  private let values: CellValues
  /// How many more cells we are ready to keep.
  private(set) var cellsLeft: Int
  private(set) var rows: [Spreadsheet.Row] = []
  /// Where the rows stand, the tags around them left out.
  private(set) var range: Range<Int>
  private var index: Int
  private var attributeNames: [Range<Int>] = []
  private var knownPrefix = 0..<0

  /// - Returns: `nil` if the sheet is not written plainly.
  init?(of bytes: [UInt8], _ values: CellValues, cellsLeft: Int) {
    guard let start = Self.start(in: bytes) else { return nil }
    self.bytes = bytes
    self.values = values
    self.cellsLeft = cellsLeft
    index = start
    range = start..<start
    do {
      try readRows()
    } catch {
      return nil
    }
  }

  /// The offset behind `<sheetData>`, unless a comment, CDATA or instruction before it may hold the mark, or the text
  /// is not in UTF-8.
  private static func start(in bytes: [UInt8]) -> Int? {
    let mark = Array("<sheetData>".utf8)
    var index = 0
    while let candidate = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      candidate + mark.count < bytes.count
    {
      if bytes[candidate + 1] == UInt8(ascii: "!") { return nil }
      if bytes[candidate + 1] == UInt8(ascii: "?"), candidate > 0 || !isInUTF8(bytes) { return nil }
      if bytes[candidate..<(candidate + mark.count)].elementsEqual(mark) { return candidate + mark.count }
      index = candidate + 1
    }
    return nil
  }

  /// Whether the XML declaration names no other encoding.
  private static func isInUTF8(_ bytes: [UInt8]) -> Bool {
    let declaration = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    return !declaration.contains("encoding") || declaration.contains("\"utf-8\"")
      || declaration.contains("'utf-8'")
  }

  // MARK: Rows and cells

  private mutating func readRows() throws(Unusual) {
    var number = 0
    while true {
      skipSpace()
      if take("</sheetData>") { break }
      try expect("<row")
      var row = Spreadsheet.Row(number: number + 1, isHidden: false, cells: [])
      while let (name, value) = try attribute() {
        if isEqual(name, "r") {
          guard let stated = Int(ascii: bytes[value]) else { throw Unusual() }
          row.number = stated
        } else if isEqual(name, "hidden") {
          row.isHidden = isEqual(value, "1") || isEqual(value, "true")
        }
      }
      // Rows out of order or out of bounds are another reader's business.
      guard row.number > number, row.number <= CellRange.lastRow else { throw Unusual() }
      number = row.number
      if take("/>") { continue }
      try expect(">")
      row.cells.reserveCapacity(rows.last?.cells.count ?? 0)
      try readCells(of: &row)
      if !row.cells.isEmpty { rows.append(row) }
    }
    range = range.lowerBound..<(index - "</sheetData>".utf8.count)
  }

  private mutating func readCells(of row: inout Spreadsheet.Row) throws(Unusual) {
    var column = -1
    while true {
      skipSpace()
      if take("</row>") { return }
      try expect("<c")
      var place = column + 1
      var style = 0
      var type = CellType.number
      while let (name, value) = try attribute() {
        guard name.count == 1 else { continue }
        switch bytes[name.lowerBound] {
        case UInt8(ascii: "r"):
          guard let stated = CellRange.cell(bytes[value]), stated.row == row.number else { throw Unusual() }
          place = stated.column
        case UInt8(ascii: "s"):
          guard let stated = Int(ascii: bytes[value]) else { throw Unusual() }
          style = stated
        case UInt8(ascii: "t"): type = CellType(bytes[value])
        default: continue
        }
      }
      guard place > column, place <= CellRange.lastColumn else { throw Unusual() }
      column = place
      if take("/>") { continue }
      try expect(">")
      guard let value = try readValue(type, style) else { continue }
      cellsLeft -= 1
      guard cellsLeft >= 0 else { throw Unusual() }
      row.cells.append(Spreadsheet.Cell(column: column, value: value, style: style))
    }
  }

  private mutating func readValue(_ type: CellType, _ style: Int) throws(Unusual) -> Spreadsheet.Value? {
    var content: Range<Int>?
    var formula: Range<Int>?
    var inline: String?
    while true {
      skipSpace()
      if take("</c>") { break }
      if take("<v>") {
        guard content == nil else { throw Unusual() }
        content = try plainText()
        try expect("</v>")
      } else if take("<v/>") {
        guard content == nil else { throw Unusual() }
        content = index..<index
      } else if take("<is>") {
        guard inline == nil else { throw Unusual() }
        inline = try inlineText()
      } else if take("<f") {
        guard formula == nil else { throw Unusual() }
        while try attribute() != nil {}
        formula = index..<index
        if take("/>") { continue }
        try expect(">")
        formula = try plainText()
        try expect("</f>")
      } else {
        throw Unusual()
      }
    }
    do throws(CellValues.Damage) {
      return try values.value(
        type, content: content.map { bytes[$0] }, inline: inline, formula: formula.map { bytes[$0] },
        style: style)
    } catch {
      throw Unusual()
    }
  }

  /// The text of an `<is>` that holds one `<t>`; stands behind it afterwards.
  private mutating func inlineText() throws(Unusual) -> String {
    if take("<t/></is>") { return "" }
    if !take("<t>"), !take("<t xml:space=\"preserve\">") { throw Unusual() }
    let text = try plainText()
    try expect("</t></is>")
    return EscapedText.decode(bytes[text])
  }

  // MARK: The subset of XML

  /// Character data up to the next tag, in which nothing stands for anything else.
  private mutating func plainText() throws(Unusual) -> Range<Int> {
    let start = index
    var bits: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { break }
      // A carriage return would become a line feed, a reference a character, and `]]>` may not be.
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">")
      {
        throw Unusual()
      }
      bits |= byte
      index += 1
    }
    guard bits < 0x80 || isCharacterData(bytes[start..<index]) else { throw Unusual() }
    return start..<index
  }

  /// Whether bytes are UTF-8 without U+FFFE and U+FFFF, which XML has no place for.
  private func isCharacterData(_ text: ArraySlice<UInt8>) -> Bool {
    guard let string = String(validating: text, as: UTF8.self) else { return false }
    return !text.contains(0xEF) || !string.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }
  }

  /// The next attribute of an open tag, `nil` at the tag's end.
  private mutating func attribute() throws(Unusual) -> (name: Range<Int>, value: Range<Int>)? {
    let before = index
    skipSpace()
    guard index < bytes.count else { throw Unusual() }
    if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") {
      attributeNames.removeAll(keepingCapacity: true)
      return nil
    }
    guard index > before else { throw Unusual() }
    let name = try attributeName()
    try expect("=\"")
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      let byte = bytes[index]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else {
        throw Unusual()
      }
      index += 1
    }
    let value = start..<index
    try expect("\"")
    return (name, value)
  }

  private mutating func attributeName() throws(Unusual) -> Range<Int> {
    let start = index
    var colon: Int?
    while index < bytes.count, bytes[index] != UInt8(ascii: "=") {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where index > start: break
      case UInt8(ascii: ":") where colon == nil && index > start: colon = index
      default: throw Unusual()
      }
      index += 1
    }
    let name = start..<index
    guard !name.isEmpty, !isEqual(name, "xmlns"), colon != index - 1,
      !attributeNames.contains(where: { bytes[$0].elementsEqual(bytes[name]) })
    else { throw Unusual() }
    if let colon, !isDeclared(start..<colon) { throw Unusual() }
    attributeNames.append(name)
    return name
  }

  /// Whether a prefix is declared before the rows begin; a declaration among them would be unusual.
  private mutating func isDeclared(_ prefix: Range<Int>) -> Bool {
    guard !isEqual(prefix, "xmlns") else { return false }
    if isEqual(prefix, "xml") || bytes[knownPrefix].elementsEqual(bytes[prefix]) { return true }
    let declaration = Array(" xmlns:".utf8) + bytes[prefix] + [UInt8(ascii: "=")]
    let head = bytes[..<range.lowerBound]
    guard head.contains(declaration) else { return false }
    knownPrefix = prefix
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private func isEqual(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && stands(word, at: range.lowerBound)
  }

  private func stands(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count where unsafe word[offset] != bytes[start + offset] { return false }
      return true
    }
  }

  /// Moves past a word if it stands here.
  private mutating func take(_ word: StaticString) -> Bool {
    guard stands(word, at: index) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  private mutating func expect(_ word: StaticString) throws(Unusual) {
    guard take(word) else { throw Unusual() }
  }
}
