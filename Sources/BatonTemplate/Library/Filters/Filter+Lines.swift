// Our filters for where lines stand: widths in characters, the closing lines, the size of a document's head.

internal import BigInt

extension Filter {
  static let lineFilters: [Filter] = [
    characterWidth, headlineSize, titleLines, signatureIndent, dateIndent,
  ]

  /// `字宽`: characters, Latin ones as halves.
  private static let characterWidth = Filter("char_width", "字宽", signature: Signature(.text, gives: .decimal))
  {
    (machine, arguments) throws(Fault) in
    let halves = LineFitting.halves(try machine.string(machine.plain(arguments[0]), "字宽"))
    return machine.makeDecimal(Decimal(coefficient: BigInt(halves * 5), places: 1))
  }

  /// `标志字号(width=442, largest=60)`: points.
  private static let headlineSize = Filter(
    "headline_size", "标志字号",
    signature: Signature(
      .text, [.optional("width", .integer), .optional("largest", .integer)], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(machine.plain(arguments[0]), "标志字号")
    let width = try machine.integer(arguments[1], "width", default: 442)
    let largest = try machine.integer(arguments[2], "largest", default: 60)
    guard (1...10_000).contains(width), (1...1_000).contains(largest) else {
      throw Fault(.value, "行宽或最大字号不对", help: "都以磅计，例：标志|标志字号(442, 60)")
    }
    return .int(LineFitting.headlineSize(text, width: width, largest: largest))
  }

  /// `标题分行(width=20)`: in characters.
  private static let titleLines = Filter(
    "title_lines", "标题分行", signature: Signature(.text, [.optional("width", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(machine.plain(arguments[0]), "标题分行")
    let width = try machine.integer(arguments[1], "width", default: 20)
    guard (1...1_000).contains(width) else {
      throw Fault(.value, "行宽不对", help: "以字计，例：题名|标题分行(20)")
    }
    return machine.makeString(TitleLines(of: text, width: width).lines.joined(separator: "\n"))
  }

  /// `署名右空(date, sealed=false)`: hundredths of a character.
  private static let signatureIndent = Filter(
    "signature_indent", "署名右空",
    signature: Signature(.text, [.required("date", .text), .optional("sealed", .bool)], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    .int(try closingLines(&machine, arguments[0], arguments[1], arguments[2]).signatureIndent)
  }

  /// `日期右空(signature, sealed=false)`: hundredths of a character.
  private static let dateIndent = Filter(
    "date_indent", "日期右空",
    signature: Signature(.text, [.required("signature", .text), .optional("sealed", .bool)], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    .int(try closingLines(&machine, arguments[1], arguments[0], arguments[2]).dateIndent)
  }

  private static func closingLines(
    _ machine: inout Machine, _ signature: Node, _ date: Node, _ isSealed: Node
  ) throws(Fault) -> ClosingLines {
    ClosingLines(
      signature: try machine.string(machine.plain(signature), "署名"),
      date: try machine.string(machine.plain(date), "成文日期"), isSealed: try machine.flag(isSealed))
  }
}
