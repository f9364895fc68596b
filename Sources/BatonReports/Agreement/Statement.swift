// A piece of a sentence with figures in it, as a document must print it.

/// Words and figures: `"共\(3)项任务，完成\(2, is: "指标.完成数")项"`.
struct Statement: Sendable, ExpressibleByStringInterpolation {
  enum Piece: Sendable, Hashable {
    case words(String)
    /// A figure, with its name in the year's results if documents must agree on it.
    case figure(String, field: String?)
  }

  let pieces: [Piece]

  init(stringLiteral value: String) { pieces = [.words(value)] }

  init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { pieces.append(.words(literal)) } }

    mutating func appendInterpolation(_ words: String) { pieces.append(.words(words)) }

    mutating func appendInterpolation(_ count: Int, is field: String? = nil) {
      pieces.append(.figure("\(count)", field: field))
    }

    /// What has no figure is printed as missing.
    mutating func appendInterpolation(_ figure: Figure?, is field: String? = nil) {
      pieces.append(.figure(figure?.text ?? missingText, field: field))
    }

    mutating func appendInterpolation(_ count: Int?, is field: String? = nil) {
      pieces.append(.figure(count.map { "\($0)" } ?? missingText, field: field))
    }
  }

  /// What it reads as.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let figure, _): figure
      }
    }.joined()
  }

  /// The figures that documents must agree on, by their names.
  var named: [(field: String, text: String)] {
    pieces.compactMap { piece in
      if case .figure(let text, let field?) = piece { (field, text) } else { nil }
    }
  }

  /// The statement as a text prints it, whatever the figures: what somebody reads instead of this one.
  func printed(in line: String) -> String? {
    var start = line.startIndex
    while start < line.endIndex {
      if let end = end(in: line[start...]) { return String(line[start..<end]) }
      start = line.index(after: start)
    }
    return nil
  }

  private func end(in text: Substring) -> String.Index? {
    var rest = text
    for piece in pieces {
      switch piece {
      case .words(let words):
        guard rest.hasPrefix(words) else { return nil }
        rest = rest.dropFirst(words.count)
      case .figure:
        let figure = rest.prefix { $0.isNumber || ".-（缺）—".contains($0) }
        guard !figure.isEmpty else { return nil }
        rest = rest.dropFirst(figure.count)
      }
    }
    return rest.startIndex
  }
}

/// What documents print where a value is missing.
let missingText = "（缺）"
