// From what a cell's elements say to its value: the same whichever reader found them.

/// Makes values of cells, with what the workbook's cells share.
struct CellValues {
  let texts: [String]
  let system: Moment.System
  private let kinds: [NumberFormat.Kind]

  init(texts: [String], formats: [NumberFormat], system: Moment.System) {
    self.texts = texts
    self.system = system
    kinds = formats.map(\.kind)
  }

  /// What can't be read in a cell.
  struct Damage: Error {
    let detail: String
  }

  /// The value of a cell from its `<v>`, `<is>` and `<f>`; `nil` if it holds nothing.
  func value(
    _ type: CellType, content: ArraySlice<UInt8>?, inline: String?, formula: ArraySlice<UInt8>?, style: Int
  ) throws(Damage) -> Spreadsheet.Value? {
    if let formula {
      if formula.isPicture { return .picture }
      if type != .formulaText, (content ?? []).isEmpty, inline == nil { return .uncomputed }
    }
    if let inline, type == .inlineText || content == nil { return inline.isEmpty ? nil : .text(inline) }
    guard let content, !content.isEmpty else { return nil }
    switch type {
    case .sharedText:
      guard let index = Int(ascii: content.trimmed), texts.indices.contains(index) else {
        throw Damage(detail: "引用的文本不存在")
      }
      return texts[index].isEmpty ? nil : .text(texts[index])
    case .inlineText, .formulaText: return .text(EscapedText.decode(content))
    case .boolean:
      return .boolean(content.trimmed.elementsEqual("1".utf8) || content.elementsEqual("true".utf8))
    case .error: return .error(String(decoding: content, as: UTF8.self))
    case .isoDate:
      guard let moment = Moment(iso: String(decoding: content.trimmed, as: UTF8.self)) else {
        throw Damage(detail: "的日期读不懂")
      }
      return .moment(moment)
    case .number:
      guard let number = DecimalText.read(content.trimmed) else { throw Damage(detail: "的数值读不懂") }
      return formatted(number, style: style)
    }
  }

  /// A number as its format shows it.
  private func formatted(_ number: String, style: Int) -> Spreadsheet.Value {
    let kind = kinds.indices.contains(style) ? kinds[style] : .number
    switch kind {
    case .number, .percent, .duration: return .number(number)
    case .date, .time, .dateAndTime:
      let moment = Double(number).flatMap { Moment(serial: $0, in: system, hasTime: kind != .date) }
      return moment.map { .moment($0) } ?? .number(number)
    }
  }
}

/// What a cell's `t` says of its `<v>` (ECMA-376-1 §18.18.11).
enum CellType {
  case number, sharedText, inlineText, formulaText, boolean, error, isoDate

  init(_ code: ArraySlice<UInt8>?) {
    guard let code, let first = code.first else {
      self = .number
      return
    }
    switch (first, code.count) {
    case (UInt8(ascii: "s"), 1): self = .sharedText
    case (UInt8(ascii: "s"), 3): self = .formulaText
    case (UInt8(ascii: "i"), 9): self = .inlineText
    case (UInt8(ascii: "b"), 1): self = .boolean
    case (UInt8(ascii: "e"), 1): self = .error
    case (UInt8(ascii: "d"), 1): self = .isoDate
    default: self = .number
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without white space at its ends.
  fileprivate var trimmed: ArraySlice<UInt8> {
    guard let end = last, first.map({ $0 <= 0x20 }) == true || end <= 0x20 else { return self }
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return self[first...last]
  }

  /// WPS keeps a picture in a cell as a formula: `_xlfn.DISPIMG("ID_…",1)`.
  fileprivate var isPicture: Bool {
    String(decoding: prefix(32), as: UTF8.self).uppercased().contains("DISPIMG(")
  }
}
