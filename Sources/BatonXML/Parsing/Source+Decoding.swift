// Encodings: whatever a file is written in becomes UTF-8 before anything else looks at it.

public import BatonDiagnostics
import CLibXML2

extension Source {
  /// Decodes the bytes of an XML or text file: UTF-8 and UTF-16 by byte order mark, else what the XML
  /// declaration names (UTF-8, GB18030, GBK, GB2312), else UTF-8.
  ///
  /// - Throws: ``XMLError`` for an encoding we don't read, or bytes that are not in it.
  public init(name: String, decoding bytes: [UInt8]) throws(XMLError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(name: name, bytes: Array(bytes.dropFirst(3)))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(name: name, bytes: try Self.converted(bytes.dropFirst(2), from: "UTF-16LE", name))
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(name: name, bytes: try Self.converted(bytes.dropFirst(2), from: "UTF-16BE", name))
    } else {
      switch Self.declaredEncoding(in: bytes)?.uppercased() {
      case nil, "UTF-8", "UTF8", "US-ASCII", "ASCII":
        self.init(name: name, bytes: bytes)
      case "GB18030", "GBK", "GB2312":
        self.init(name: name, bytes: try Self.converted(bytes[...], from: "GB18030", name))
      case let encoding?:
        throw XMLError(
          Diagnostic(
            "unknown-encoding", .error, "不支持编码「\(encoding)」", at: .file(name), help: "请把文件另存为 UTF-8"))
      }
    }
  }

  /// What `<?xml … encoding="…"?>` names.
  private static func declaredEncoding(in bytes: [UInt8]) -> String? {
    guard let declaration = Prologue(of: bytes).declaration else { return nil }
    let text = String(decoding: bytes[..<Int(declaration.end)], as: UTF8.self)
    guard let word = text.range(of: "encoding") else { return nil }
    let rest = text[word.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  private static func converted(
    _ bytes: ArraySlice<UInt8>, from encoding: String, _ name: String
  ) throws(XMLError) -> [UInt8] {
    guard let result = iconvert(Array(bytes), from: encoding) else {
      throw XMLError(
        Diagnostic(
          "bad-encoding", .error, "文件内容不是「\(encoding)」编码", at: .file(name), help: "请把文件另存为 UTF-8"))
    }
    return result
  }

  /// glibc's conversion to UTF-8, or `nil` where a byte has no meaning in the encoding.
  private static func iconvert(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { unsafe iconv_close(converter) }
    let failure = Int(bitPattern: UInt.max)
    var input = bytes.map { CChar(bitPattern: $0) }
    // No encoding of ours takes more than three UTF-8 bytes for a byte read.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress
        var target = output.baseAddress
        var left = input.count
        var room = output.count
        let result = unsafe iconv(converter, &source, &left, &target, &room)
        return result == failure ? nil : output.count - room
      }
    }
    return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
  }
}

extension String {
  /// Where a word first occurs.
  fileprivate func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
