// `"{0.name} {key[1]!r:>{width}}".format(…)`: the template of Python's str.format, taken apart.

/// A parsed format string.
package struct ReplacementFields: Sendable {
  package enum Piece: Sendable {
    case literal(String)
    case field(Field)
  }

  package struct Field: Sendable {
    /// The argument: a name, a number, or `nil` for the next one.
    package var argument: Argument
    /// What follows the argument's name.
    package var path: [Step]
    /// `r`, `s` or `a`
    package var conversion: Unicode.Scalar?
    /// The specification, itself a format string.
    package var specification: [Piece]
  }

  package enum Argument: Sendable, Hashable {
    case next
    case index(Int)
    case name(String)
  }

  package enum Step: Sendable, Hashable {
    /// `.name`
    case attribute(String)
    /// `[3]`
    case index(Int)
    /// `[name]`
    case key(String)
  }

  package let pieces: [Piece]

  package init(_ format: String) throws(Fault) {
    var reader = Reader(points: format.points)
    pieces = try reader.pieces(depth: 0)
  }
}

private struct Reader {
  let points: CodePoints
  var index = 0

  init(points: CodePoints) { self.points = points }

  private var peek: Unicode.Scalar? { index < points.count ? points[index] : nil }

  /// Pieces to the end, or inside of a specification to the brace that closes the field.
  mutating func pieces(depth: Int) throws(Fault) -> [ReplacementFields.Piece] {
    guard depth <= 2 else { throw Fault(.value, "格式里的「{」套得太深") }
    var pieces: [ReplacementFields.Piece] = []
    var literal = CodePoints()
    while let point = peek {
      if depth > 0, point == "}" { break }
      index += 1
      switch point {
      case "{" where depth == 0 && peek == "{", "}" where peek == "}":
        literal.append(point)
        index += 1
      case "}":
        throw Fault(.value, "格式里多了一个「}」", help: "要印出花括号本身，写「}}」")
      case "{":
        if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        literal = []
        pieces.append(.field(try field(depth: depth)))
      default: literal.append(point)
      }
    }
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    return pieces
  }

  /// What stands between the braces.
  private mutating func field(depth: Int) throws(Fault) -> ReplacementFields.Field {
    var name = CodePoints()
    var isInBrackets = false
    while let point = peek, isInBrackets || !"!:}".unicodeScalars.contains(point) {
      if point == "{" { throw Fault(.value, "字段名里不能有「{」") }
      if point == "[" { isInBrackets = true }
      if point == "]" { isInBrackets = false }
      name.append(point)
      index += 1
    }
    var (argument, path) = try Self.split(name)
    if case .name("") = argument { argument = .next }
    var field = ReplacementFields.Field(argument: argument, path: path, specification: [])
    if peek == "!" {
      index += 1
      guard let conversion = peek, "rsa".unicodeScalars.contains(conversion) else {
        throw Fault(.value, "「!」之后只能是 r、s 或 a")
      }
      field.conversion = conversion
      index += 1
      guard peek == ":" || peek == "}" else { throw Fault(.value, "「!\(conversion)」之后应是「:」或「}」") }
    }
    if peek == ":" {
      index += 1
      field.specification = try pieces(depth: depth + 1)
    }
    guard peek == "}" else {
      throw Fault(.value, "格式里的「{」没有对应的「}」", help: "要印出花括号本身，写「{{」")
    }
    index += 1
    return field
  }

  private static func split(
    _ name: CodePoints
  ) throws(Fault) -> (ReplacementFields.Argument, [ReplacementFields.Step]) {
    var rest = name[...]
    let head = rest.prefix { $0 != "." && $0 != "[" }
    rest = rest.dropFirst(head.count)
    var path: [ReplacementFields.Step] = []
    while let mark = rest.popFirst() {
      if mark == "." {
        let attribute = rest.prefix { $0 != "." && $0 != "[" }
        guard !attribute.isEmpty else { throw Fault(.value, "字段「\(String(name))」里少了属性名") }
        path.append(.attribute(String(attribute)))
        rest = rest.dropFirst(attribute.count)
      } else {
        let key = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(key.count)
        guard !key.isEmpty, rest.popFirst() == "]" else {
          throw Fault(.value, "字段「\(String(name))」里的方括号不完整")
        }
        guard rest.isEmpty || rest.first == "." || rest.first == "[" else {
          throw Fault(.value, "字段「\(String(name))」的「]」之后只能是「.」或「[」")
        }
        path.append(Int(digits: key).map { .index($0) } ?? .key(String(key)))
      }
    }
    return (Int(digits: head).map { .index($0) } ?? .name(String(head)), path)
  }
}

extension Int {
  /// A number written in ASCII digits only.
  fileprivate init?(digits: CodePoints.SubSequence) {
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    self.init(String(digits))
  }
}
