// Which number format each style of cells has (ECMA-376-1 §18.8).

import BatonXML

/// The number formats of a workbook's styles.
struct CellFormats {
  /// By the position of the style in `cellXfs`.
  private(set) var byStyle: [NumberFormat] = []

  init(_ cursor: XMLCursor) {
    var cursor = cursor
    var codes: [Int: NumberFormat] = [:]
    while cursor.nextChild(of: 1) {
      if cursor.isElement("numFmts") {
        while cursor.nextChild(of: 2) {
          guard let id = cursor.integer("numFmtId"), let code = cursor.value(of: "formatCode") else {
            continue
          }
          codes[id] = NumberFormat(code: code)
        }
      } else if cursor.isElement("cellXfs") {
        while cursor.nextChild(of: 2) {
          let id = cursor.integer("numFmtId") ?? 0
          byStyle.append(codes[id] ?? NumberFormat(builtIn: id) ?? .general)
        }
      }
    }
  }
}

extension XMLCursor {
  func integer(_ attribute: StaticString) -> Int? { rawValue(of: attribute).flatMap { Int(ascii: $0) } }
}

extension Int {
  /// Reads ASCII digits, and nothing else.
  init?(ascii digits: some Collection<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    self = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      self = self * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }
}
