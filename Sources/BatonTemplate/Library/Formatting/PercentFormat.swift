// `"%-8s %.2f"|format(…)`: the template of Python's % operator, taken apart.

/// A parsed format; parse once, apply often.
package struct PercentFormat: Sendable {
  package enum Piece: Sendable {
    case literal(String)
    case conversion(PercentConversion)
  }

  package let pieces: [Piece]

  /// Whether arguments are taken by name: `%(name)s`.
  package var isMapping: Bool {
    pieces.contains { piece in
      if case .conversion(let conversion) = piece { conversion.key != nil } else { false }
    }
  }

  /// Text longer than this is nobody's intention: a bound on widths and precisions.
  package static let widthLimit = 100_000
  /// A format in more pieces than this was made by multiplying one.
  private static let pieceLimit = 100_000

  package init(_ format: String) throws(Fault) {
    var reader = Reader(points: format.points)
    var pieces: [Piece] = []
    var literal = CodePoints()
    while let point = reader.next() {
      guard point == "%" else {
        literal.append(point)
        continue
      }
      if reader.peek == "%" {
        _ = reader.next()
        literal.append("%")
        continue
      }
      if !literal.isEmpty { pieces.append(.literal(String(literal))) }
      literal = []
      guard pieces.count < Self.pieceLimit else { throw Fault(.overflow, "格式里的「%」太多") }
      pieces.append(.conversion(try reader.conversion()))
    }
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    self.pieces = pieces
  }
}

/// One `%…` of a format.
package struct PercentConversion: Sendable {
  package enum Size: Sendable, Equatable {
    case fixed(Int)
    /// `*`: the next argument says.
    case argument
  }

  package var key: String?
  package var isLeftAligned = false
  package var plus = false
  package var space = false
  package var alternate = false
  package var zero = false
  package var width: Size?
  package var precision: Size?
  /// One of `d i u o x X e E f F g G c r s a`.
  package var type: Unicode.Scalar = "s"
}

private struct Reader {
  let points: CodePoints
  var index = 0

  init(points: CodePoints) { self.points = points }

  var peek: Unicode.Scalar? { index < points.count ? points[index] : nil }

  mutating func next() -> Unicode.Scalar? {
    guard index < points.count else { return nil }
    index += 1
    return points[index - 1]
  }

  /// What follows a `%`.
  mutating func conversion() throws(Fault) -> PercentConversion {
    var conversion = PercentConversion()
    if peek == "(" { conversion.key = try key() }
    flags: while let flag = peek {
      switch flag {
      case "-": conversion.isLeftAligned = true
      case "+": conversion.plus = true
      case " ": conversion.space = true
      case "#": conversion.alternate = true
      case "0": conversion.zero = true
      default: break flags
      }
      index += 1
    }
    conversion.width = try size()
    if peek == "." {
      index += 1
      conversion.precision = try size() ?? .fixed(0)
    }
    if let modifier = peek, "hlL".unicodeScalars.contains(modifier) { index += 1 }
    guard let type = next() else {
      throw Fault(.value, "格式在「%」之后没有写完", help: "要印出百分号本身，写「%%」")
    }
    guard "diuoxXeEfFgGcrsa%".unicodeScalars.contains(type) else {
      throw Fault(.value, "格式里没有「%\(type)」这种写法", help: "常用的有 %s、%d、%.2f；要印出百分号本身，写「%%」")
    }
    conversion.type = type
    return conversion
  }

  private mutating func key() throws(Fault) -> String {
    index += 1
    let start = index
    var depth = 1
    while let point = next() {
      if point == "(" { depth += 1 }
      if point == ")" { depth -= 1 }
      if depth == 0 { return String(points[start..<(index - 1)]) }
    }
    throw Fault(.value, "格式里「%(」没有对应的「)」")
  }

  private mutating func size() throws(Fault) -> PercentConversion.Size? {
    if peek == "*" {
      index += 1
      return .argument
    }
    var value: Int?
    while let digit = peek, let number = digit.isASCII ? digit.decimalValue : nil {
      value = (value ?? 0) * 10 + number
      guard value ?? 0 <= PercentFormat.widthLimit else {
        throw Fault(.overflow, "格式里的宽度或位数太大")
      }
      index += 1
    }
    return value.map { .fixed($0) }
  }
}
