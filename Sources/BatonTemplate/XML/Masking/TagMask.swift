// Finds the tags of an XML template in its raw bytes and blanks them, so that what is left can be parsed as
// XML (TEMPLATES §1). It follows just enough of XML's grammar to know where tags are tags: not in comments,
// processing instructions, CDATA, `<style>` and `<script>`.

import BatonDiagnostics

/// The tags of a template, and its bytes without them.
struct TagMask {
  let source: Source
  let bytes: [UInt8]
  /// As many bytes, with a space for each byte of a tag.
  private(set) var masked: [UInt8]
  /// In the order of the source.
  private(set) var tags: [FoundTag] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var index = 0
  private var isRaw = false

  init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    masked = source.bytes
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        if let kind = tagKind(at: index) { takeTag(kind) } else { index += 1 }
      case UInt8(ascii: "<"): passMarkup()
      default: index += 1
      }
    }
  }

  // MARK: Markup

  private mutating func passMarkup() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next == UInt8(ascii: "!"), has("<!--") {
      skip(past: "-->")
    } else if next == UInt8(ascii: "!"), has("<![CDATA[") {
      skip(past: "]]>")
    } else if next == UInt8(ascii: "?") {
      skip(past: "?>")
    } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") {
      skip(past: ">")
    } else if index + 1 < bytes.count, Self.isNameStart(bytes[index + 1]) || tagKind(at: index + 1) != nil {
      passStartTag()
    } else {
      index += 1
    }
  }

  private mutating func passStartTag() {
    let start = index
    index += 1
    let nameEnd = passName()
    let name = start + 1..<nameEnd
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if let kind = tagKind(at: index) {
        let tag = tagExtent(kind)
        refuse(
          "tag-in-element", "标签只能写在属性值里，不能写在「<\(text(name))>」的其他地方", tag.range,
          help: "写成属性值，如「colspan=\"{{ 2 if x }}\"」；没有值的属性不会印出")
        blank(tag.range)
        index = Int(tag.range.end)
      } else if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        passValue(from: start)
      } else if bytes[index] == UInt8(ascii: "<") {
        return
      } else {
        index += 1
      }
    }
    let isEmpty = index > 0 && index < bytes.count && bytes[index - 1] == UInt8(ascii: "/")
    index = min(index + 1, bytes.count)
    // `style` and `script`, with any prefix.
    guard !isEmpty, name.count >= 5,
      bytes.has("style", at: nameEnd - 5) || bytes.has("script", at: nameEnd - 6)
    else { return }
    let whole = text(name)
    let localName = whole.split(separator: ":").last.map(String.init) ?? whole
    if localName == "style" || localName == "script" { passCharacters(of: localName, whole) }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Moves behind a name and returns where it ends.
  private mutating func passName() -> Int {
    while index < bytes.count, !Self.endsName(bytes[index]), tagKind(at: index) == nil { index += 1 }
    return index
  }

  /// Passes the value of an attribute of the start tag that begins at an offset.
  private mutating func passValue(from start: Int) {
    let quote = bytes[index]
    let opening = index
    index += 1
    while index < bytes.count, bytes[index] != quote {
      guard let kind = tagKind(at: index) else {
        index += 1
        continue
      }
      let attribute = attributeName(before: opening, from: start)
      let tag = tagExtent(kind)
      if attribute == "style" {
        refuse("tag-in-style", "「style」里不能有标签", tag.range, help: "用「class」选择样式")
      } else if attribute.hasPrefix("on") {
        refuse("tag-in-script", "「\(attribute)」里不能有标签", tag.range)
      } else if attribute == "xmlns" || attribute.hasPrefix("xmlns:") {
        refuse("tag-in-element", "名称空间里不能有标签", tag.range)
      }
      takeTag(kind)
    }
    index = min(index + 1, bytes.count)
  }

  /// The name before `="`.
  private func attributeName(before quote: Int, from start: Int) -> String {
    var end = quote
    while end > start, Self.isSpace(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "=") { end -= 1 }
    var first = end
    while first > start, !Self.endsName(bytes[first - 1]) { first -= 1 }
    return String(decoding: bytes[first..<end], as: UTF8.self)
  }

  /// The content of `style` and `script`: characters, without tags.
  private mutating func passCharacters(of localName: String, _ name: String) {
    let closing = Array("</\(name)".utf8)
    while index < bytes.count, bytes[index] != closing[0] || !bytes[index...].starts(with: closing) {
      if !isRaw, let kind = tagKind(at: index), kind != .comment {
        let tag = tagExtent(kind)
        refuse(
          localName == "style" ? "tag-in-style" : "tag-in-script", "「<\(name)>」里不能有标签", tag.range,
          help: "在「class」里选择样式，值印在正文里")
        index = Int(tag.range.end)
      } else {
        index += 1
      }
    }
  }

  // MARK: Tags

  /// The kind of tag that begins here, if one does; in a raw block only its end is a tag.
  private func tagKind(at index: Int) -> FoundTag.Kind? {
    guard bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "{"): return isRaw ? nil : .output
    case UInt8(ascii: "#"): return isRaw ? nil : .comment
    case UInt8(ascii: "%"): return !isRaw || isKeyword("endraw", at: index + 2) ? .statement : nil
    default: return nil
    }
  }

  private mutating func takeTag(_ kind: FoundTag.Kind) {
    let tag = tagExtent(kind)
    blank(tag.range)
    tags.append(tag)
    index = Int(tag.range.end)
    guard kind == .statement else { return }
    let inside = Int(tag.range.start) + 2
    if isKeyword("raw", at: inside) { isRaw = true } else if isKeyword("endraw", at: inside) { isRaw = false }
  }

  /// How far the tag at the index goes; a tag that never ends is refused, and takes the rest with it: nothing
  /// behind it can be trusted, and looking for more would take quadratic time.
  private mutating func tagExtent(_ kind: FoundTag.Kind) -> FoundTag {
    let start = index
    var scan = TagEndScan(bytes: bytes, index: start + 2, kind: kind)
    let end = scan.run()
    if let markup = scan.markup, end != nil {
      refuse(
        "markup-in-tag", "标签中间不能夹着标记", markup, help: "把「{{ … }}」整个写在一个元素里，或把「<」前后写上空格")
    }
    guard let end else {
      let closing = kind == .output ? "}}" : kind == .statement ? "%}" : "#}"
      refuse("syntax", "标签没有结束", SourceRange(start, start + 2), help: "补上「\(closing)」")
      let rest = SourceRange(start, bytes.count)
      return FoundTag(
        kind: .comment, range: rest, content: SourceRange(start, start), trimsBefore: false, trimsAfter: false
      )
    }
    let opensSigned = start + 2 < end - 2 && Self.isSign(bytes[start + 2])
    let closesSigned = end - 3 >= start + 2 + (opensSigned ? 1 : 0) && scan.closesWithSign
    return FoundTag(
      kind: kind, range: SourceRange(start, end),
      content: SourceRange(start + (opensSigned ? 3 : 2), end - (closesSigned ? 3 : 2)),
      trimsBefore: opensSigned && bytes[start + 2] == UInt8(ascii: "-"),
      trimsAfter: closesSigned && bytes[end - 3] == UInt8(ascii: "-"))
  }

  /// Whether a statement begins with a keyword.
  private func isKeyword(_ word: StaticString, at offset: Int) -> Bool {
    var start = offset
    if start < bytes.count, Self.isSign(bytes[start]) { start += 1 }
    while start < bytes.count, Self.isSpace(bytes[start]) { start += 1 }
    guard bytes.has(word, at: start) else { return false }
    let end = start + word.utf8CodeUnitCount
    return end == bytes.count || !(0x61...0x7A).contains(bytes[end])
  }

  private mutating func blank(_ range: SourceRange) {
    for index in Int(range.start)..<Int(range.end) { masked[index] = UInt8(ascii: " ") }
  }

  private mutating func refuse(_ id: String, _ message: String, _ range: SourceRange, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .error, message, at: .range(source, range), help: help))
  }

  // MARK: Bytes

  private func has(_ word: StaticString) -> Bool { bytes.has(word, at: index) }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count {
      if has(end) {
        index += end.utf8CodeUnitCount
        return
      }
      index += 1
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<")
  }
}

extension [UInt8] {
  /// Whether a word stands at an index.
  func has(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<length where word[offset] != self[index + offset] { return false }
      return true
    }
  }
}
