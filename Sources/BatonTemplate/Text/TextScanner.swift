// Cuts a text template into text, outputs and tags, with Jinja's rules of white space.

import BatonDiagnostics

/// How a text template treats the white space around tags.
public struct WhiteSpaceOptions: Sendable, Hashable {
  /// Drops the line break behind a tag (not behind an output).
  public var trimsBlocks = false
  /// Drops spaces before a tag that stands first in its line.
  public var stripsBlocks = false
  /// Keeps the line break at the end of the template.
  public var keepsTrailingNewline = false

  /// Jinja's own: everything is kept but the line break at the end.
  public init() {}
}

/// A stretch of a text template.
enum TextPiece {
  case text(String, SourceRange)
  case output(Expression, SourceRange)
  case tag(TagHead, SourceRange)
}

struct TextScanner {
  private let source: Source
  private let options: WhiteSpaceOptions
  private let content: TagContent
  private let bytes: [UInt8]
  private let end: Int
  private var position = 0
  private var pieces: [TextPiece] = []
  /// Whether what stands before `position` ends a line (or is nothing).
  private var isAtLineStart = true

  init(_ source: Source, options: WhiteSpaceOptions) {
    self.source = source
    self.options = options
    content = TagContent(source, SourceRange(0, source.bytes.count))
    bytes = source.bytes
    var end = bytes.count
    if !options.keepsTrailingNewline, let last = bytes.last, last == 0x0A || last == 0x0D {
      end -= last == 0x0A && end > 1 && bytes[end - 2] == 0x0D ? 2 : 1
    }
    self.end = end
  }

  /// Where the template ends: what is missing at its end is missing here.
  var endRange: SourceRange { SourceRange(end, end) }

  mutating func run() throws(TemplateError) -> [TextPiece] {
    while position < end {
      guard let start = nextDelimiter(from: position) else {
        appendText(position, end)
        break
      }
      var open = start + 2
      var sign: UInt8?
      if open < end, bytes[open] == UInt8(ascii: "-") || bytes[open] == UInt8(ascii: "+") {
        sign = bytes[open]
        open += 1
      }
      let kind = bytes[start + 1]
      appendText(position, textEnd(before: start, sign: sign, isOutput: kind == UInt8(ascii: "{")))
      switch kind {
      case UInt8(ascii: "{"): try readOutput(start, open)
      case UInt8(ascii: "#"): try readComment(start, open)
      default:
        if let rawStart = rawOpening(open) { try readRaw(start, rawStart) } else { try readTag(start, open) }
      }
    }
    return pieces
  }

  // MARK: Text

  private func nextDelimiter(from start: Int) -> Int? {
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "{") {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") {
          return index
        }
      }
      index += 1
    }
    return nil
  }

  private func textEnd(before start: Int, sign: UInt8?, isOutput: Bool) -> Int {
    if sign == UInt8(ascii: "-") { return strippedEnd(start, after: position) }
    guard sign == nil, options.stripsBlocks, !isOutput else { return start }
    var lineStart = start
    while lineStart > position, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    guard lineStart > position || isAtLineStart else { return start }
    return strippedEnd(start, after: lineStart) == lineStart ? lineStart : start
  }

  private func strippedEnd(_ end: Int, after start: Int) -> Int {
    var end = end
    while true {
      let length = bytes.whiteSpaceLength(endingAt: end, after: start)
      if length == 0 { return end }
      end -= length
    }
  }

  private mutating func appendText(_ start: Int, _ end: Int) {
    guard start < end else { return }
    let slice = bytes[start..<end]
    let text = slice.contains(0x0D) ? Self.normalized(slice) : String(decoding: slice, as: UTF8.self)
    pieces.append(.text(text, SourceRange(start, end)))
  }

  /// Line breaks of any kind as LF.
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Tags

  private mutating func readOutput(_ start: Int, _ open: Int) throws(TemplateError) {
    var lexer = TagLexer(content, from: open, closing: .output)
    let (sign, close) = try lexer.run()
    var parser = TagContentParser(source: source, tokens: lexer.tokens)
    pieces.append(.output(try parser.wholeExpression(), SourceRange(start, close)))
    leaveTag(at: close, sign: sign, trims: false)
  }

  private mutating func readTag(_ start: Int, _ open: Int) throws(TemplateError) {
    var lexer = TagLexer(content, from: open, closing: .statement)
    let (sign, close) = try lexer.run()
    var parser = TagContentParser(source: source, tokens: lexer.tokens)
    pieces.append(.tag(try parser.wholeHead(), SourceRange(start, close)))
    leaveTag(at: close, sign: sign, trims: true)
  }

  private mutating func readComment(_ start: Int, _ open: Int) throws(TemplateError) {
    var close = open
    while close + 1 < end, bytes[close] != UInt8(ascii: "#") || bytes[close + 1] != UInt8(ascii: "}") {
      close += 1
    }
    guard close + 1 < end else { throw fault("注释没有结束", SourceRange(start, start + 2), help: "补上「#}」") }
    let sign =
      close > open && (bytes[close - 1] == UInt8(ascii: "-") || bytes[close - 1] == UInt8(ascii: "+"))
      ? bytes[close - 1] : nil
    leaveTag(at: close + 2, sign: sign, trims: true)
  }

  /// Moves behind a tag and the white space that its closing delimiter takes.
  private mutating func leaveTag(at close: Int, sign: UInt8?, trims: Bool) {
    position = close
    if sign == UInt8(ascii: "-") {
      while true {
        let length = bytes.whiteSpaceLength(at: position, before: end)
        if length == 0 { break }
        position += length
      }
    } else if sign == nil, trims, options.trimsBlocks, position < end {
      if bytes[position] == 0x0D {
        position += position + 1 < end && bytes[position + 1] == 0x0A ? 2 : 1
      } else if bytes[position] == 0x0A {
        position += 1
      }
    }
    isAtLineStart = position > close && (bytes[position - 1] == 0x0A || bytes[position - 1] == 0x0D)
  }

  // MARK: Raw

  /// The position behind `raw %}` where a raw block opens at `start`.
  private func rawOpening(_ start: Int) -> (end: Int, sign: UInt8?)? { keywordTag("raw", at: start) }

  /// `keyword %}` with white space around.
  private func keywordTag(_ keyword: StaticString, at start: Int) -> (end: Int, sign: UInt8?)? {
    var index = start
    skipSpace(&index)
    let word = UnsafeBufferPointer(start: keyword.utf8Start, count: keyword.utf8CodeUnitCount)
    guard index + word.count < end, bytes[index..<(index + word.count)].elementsEqual(word) else {
      return nil
    }
    index += word.count
    skipSpace(&index)
    var sign: UInt8?
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      sign = bytes[index]
      index += 1
    }
    guard index + 1 < end, bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "}") else {
      return nil
    }
    return (index + 2, sign)
  }

  private func skipSpace(_ index: inout Int) {
    while true {
      let length = bytes.whiteSpaceLength(at: index, before: end)
      if length == 0 { return }
      index += length
    }
  }

  private mutating func readRaw(_ start: Int, _ opening: (end: Int, sign: UInt8?)) throws(TemplateError) {
    leaveTag(at: opening.end, sign: opening.sign, trims: false)
    var index = position
    while index + 1 < end {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      var open = index + 2
      var sign: UInt8?
      if open < end, bytes[open] == UInt8(ascii: "-") || bytes[open] == UInt8(ascii: "+") {
        sign = bytes[open]
        open += 1
      }
      if let close = keywordTag("endraw", at: open) {
        appendText(position, textEnd(before: index, sign: sign, isOutput: false))
        leaveTag(at: close.end, sign: close.sign, trims: true)
        return
      }
      index += 1
    }
    throw fault("「raw」没有结束", SourceRange(start, opening.end), help: "补上「{% endraw %}」")
  }

  private func fault(_ message: String, _ range: SourceRange, help: String?) -> TemplateError {
    TemplateError(Diagnostic("syntax", .error, message, at: .range(source, range), help: help))
  }
}
