// The value of a string literal: Python's escapes, line breaks as LF.

enum StringLiteral {
  /// The text between two quotes with its escapes resolved.
  static func value(
    of bytes: ArraySlice<UInt8>, fault: (String) -> TemplateError
  ) throws(TemplateError) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0x0D }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        result.append(0x0A)
      } else if byte == UInt8(ascii: "\\"), index < bytes.endIndex {
        try resolve(bytes, &index, into: &result, fault)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func resolve(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, into result: inout [UInt8],
    _ fault: (String) -> TemplateError
  ) throws(TemplateError) {
    let letter = bytes[index]
    index += 1
    switch letter {
    case 0x0D:
      if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
    case 0x0A: break
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(letter)
    case UInt8(ascii: "a"): result.append(7)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "v"): result.append(11)
    case 0x30...0x37:
      var value = UInt32(letter - 0x30)
      var length = 1
      while length < 3, index < bytes.endIndex, (0x30...0x37).contains(bytes[index]) {
        value = value * 8 + UInt32(bytes[index] - 0x30)
        index += 1
        length += 1
      }
      try append(value, to: &result, fault)
    case UInt8(ascii: "x"): try hexadecimal(2, bytes, &index, into: &result, fault)
    case UInt8(ascii: "u"): try hexadecimal(4, bytes, &index, into: &result, fault)
    case UInt8(ascii: "U"): try hexadecimal(8, bytes, &index, into: &result, fault)
    case UInt8(ascii: "N"): throw fault("不支持按名称写的字符「\\N」")
    default: result += [UInt8(ascii: "\\"), letter]
    }
  }

  private static func hexadecimal(
    _ length: Int, _ bytes: ArraySlice<UInt8>, _ index: inout Int, into result: inout [UInt8],
    _ fault: (String) -> TemplateError
  ) throws(TemplateError) {
    guard index + length <= bytes.endIndex,
      let value = UInt32(String(decoding: bytes[index..<(index + length)], as: UTF8.self), radix: 16)
    else { throw fault("转义字符后面要有\(length)位十六进制数") }
    index += length
    try append(value, to: &result, fault)
  }

  private static func append(
    _ value: UInt32, to result: inout [UInt8], _ fault: (String) -> TemplateError
  ) throws(TemplateError) {
    guard let scalar = Unicode.Scalar(value) else {
      throw fault("U+\(String(value, radix: 16, uppercase: true)) 不是字符")
    }
    result += Array(String(scalar).utf8)
  }
}
