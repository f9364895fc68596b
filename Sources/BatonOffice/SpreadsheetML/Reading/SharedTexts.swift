// The texts that a workbook keeps once for all its cells (ECMA-376-1 §18.4).

import BatonXML

/// The table of shared strings.
struct SharedTexts {
  private(set) var texts: [String] = []

  init(_ cursor: XMLCursor) {
    var cursor = cursor
    var buffer: [UInt8] = []
    while cursor.nextChild(of: 1) {
      guard cursor.isElement("si") else { continue }
      texts.append(cursor.richText(&buffer))
    }
  }
}

extension XMLCursor {
  /// The text of an `<si>` or `<is>`: its own, or its runs' one after the other; how it is pronounced (`rPh`) is
  /// no part of it.
  mutating func richText(_ buffer: inout [UInt8]) -> String {
    buffer.removeAll(keepingCapacity: true)
    let item = depth
    while nextChild(of: item) {
      if isElement("t") {
        appendText(to: &buffer)
      } else if isElement("r") {
        while nextChild(of: item + 1) {
          if isElement("t") { appendText(to: &buffer) }
        }
      }
    }
    return EscapedText.decode(buffer[...])
  }
}
