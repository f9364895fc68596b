// Texts, numbers and formats against what CPython makes of them: Resources/python-vectors.jsonl, written by
// python-vectors.py beside it.

import BatonTemplate
import BigInt
import Foundation
import Testing

@Suite struct PythonVectorTests {
  @Test func `texts, numbers and formats agree with CPython`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Resources/python-vectors.jsonl")
    let path = ProcessInfo.processInfo.environment["BATON_PYTHON_VECTORS"] ?? file.path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 1000)
    for line in lines {
      let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
      #expect(vector.outcome == vector.expected, "\(line)")
    }
  }
}

/// One call and what it gave.
private struct Vector: Decodable {
  enum Value: Decodable, Equatable {
    case text(String)
    case integer(BigInt)
    case float(Double)
    case bool(Bool)
    case list([String])

    init(from decoder: any Decoder) throws {
      if let keyed = try? decoder.container(keyedBy: Key.self) {
        if let float = try? keyed.decode(String.self, forKey: .float) {
          self = .float(NumberReading.float(float) ?? .nan)
        } else {
          self = .integer(BigInt(try keyed.decode(String.self, forKey: .int)) ?? 0)
        }
        return
      }
      let single = try decoder.singleValueContainer()
      if let bool = try? single.decode(Bool.self) {
        self = .bool(bool)
      } else if let int = try? single.decode(Int.self) {
        self = .integer(BigInt(int))
      } else if let list = try? single.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try single.decode(String.self))
      }
    }
  }

  enum Outcome: Equatable {
    case value(Value)
    case refused

    static func == (left: Outcome, right: Outcome) -> Bool {
      switch (left, right) {
      case (.value(let left), .value(let right)): sameScalars(left, right)
      case (.refused, .refused): true
      default: false
      }
    }

    /// Swift's `==` of strings takes canonical equivalents for the same; these tests don't.
    private static func sameScalars(_ left: Value, _ right: Value) -> Bool {
      switch (left, right) {
      case (.text(let left), .text(let right)): Array(left.utf8) == Array(right.utf8)
      case (.list(let left), .list(let right)): left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
      default: left == right
      }
    }
  }

  private enum Key: String, CodingKey { case f, a, r, float, int, error }

  let function: String
  let arguments: [Value]
  let expected: Outcome

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    function = try container.decode(String.self, forKey: .f)
    arguments = try container.decode([Value].self, forKey: .a)
    let failure = try? container.nestedContainer(keyedBy: Key.self, forKey: .r)
    expected = failure == nil ? .value(try container.decode(Value.self, forKey: .r)) : .refused
  }

  private func text(_ index: Int) -> String {
    if case .text(let value) = arguments[index] { value } else { "" }
  }

  private func int(_ index: Int) -> Int {
    if case .integer(let value) = arguments[index] { Int(value) } else { 0 }
  }

  /// -1 is no limit.
  private func limit(_ index: Int) -> Int? { int(index) < 0 ? nil : int(index) }

  var outcome: Outcome {
    guard let value = try? value() else { return .refused }
    return .value(value)
  }

  private func value() throws -> Value? {
    if let kind = CharacterClass(rawValue: function) { return .bool(kind.holds(for: text(0))) }
    switch function {
    case "upper": return .text(LetterCase.upper(text(0)))
    case "lower": return .text(LetterCase.lower(text(0)))
    case "title": return .text(LetterCase.title(text(0)))
    case "capitalize": return .text(LetterCase.capitalize(text(0)))
    case "swapcase": return .text(LetterCase.swapcase(text(0)))
    case "casefold": return .text(LetterCase.casefold(text(0)))
    case "split" where arguments.count == 1: return .list(TextSplitting.words(text(0)))
    case "split": return .list(TextSplitting.split(text(0), by: text(1), limit: limit(2)))
    case "rsplit": return .list(TextSplitting.splitFromRight(text(0), by: text(1), limit: limit(2)))
    case "wordsplit": return .list(TextSplitting.words(text(0), limit: int(1)))
    case "rwordsplit": return .list(TextSplitting.wordsFromRight(text(0), limit: int(1)))
    case "splitlines": return .list(TextSplitting.lines(text(0)))
    case "strip": return .text(TextSplitting.strip(text(0), of: arguments.count > 1 ? text(1) : nil))
    case "lstrip": return .text(TextSplitting.strip(text(0), .left))
    case "rstrip": return .text(TextSplitting.strip(text(0), .right))
    case "partition": return .list(TextSplitting.partition(text(0), at: text(1)))
    case "rpartition": return .list(TextSplitting.partitionFromRight(text(0), at: text(1)))
    case "replace": return .text(TextSearch.replace(text(1), by: text(2), in: text(0), limit: limit(3)))
    case "count": return .text(String(TextSearch.count(text(1).points, in: text(0).points)))
    case "find", "rfind": return .text(String(found))
    case "center": return .text(TextPadding.pad(text(0), to: int(1), with: text(2).points[0], .center))
    case "ljust": return .text(TextPadding.pad(text(0), to: int(1), with: text(2).points[0], .left))
    case "rjust": return .text(TextPadding.pad(text(0), to: int(1), with: text(2).points[0], .right))
    case "zfill": return .text(TextPadding.zfill(text(0), to: int(1)))
    case "expandtabs": return .text(TextPadding.expandTabs(text(0), size: int(1)))
    case "ascii": return .text(TextLiteral.ascii(TextLiteral.quote(text(0))))
    case "repr": return .text(quoted)
    case "int": return NumberReading.integer(text(0), base: int(1)).map { .text($0.description) }
    case "float": return NumberReading.float(text(0)).map { .text(FloatText.shortest($0)) }
    case "round": return try rounded()
    case "percent": return .text(try percent())
    case "format": return .text(try format())
    default: return nil
    }
  }

  private var found: Int {
    let points = text(0).points
    guard let (start, end) = TextSearch.bounds(int(2), int(3), count: points.count) else { return -1 }
    let needle = text(1).points
    return function == "find"
      ? TextSearch.first(needle, in: points, from: start, to: end) ?? -1
      : TextSearch.last(needle, in: points, from: start, before: end) ?? -1
  }

  private var quoted: String {
    if case .float(let value) = arguments[0] { FloatText.shortest(value) } else { TextLiteral.quote(text(0)) }
  }

  private func rounded() throws -> Value? {
    switch arguments[0] {
    case .float(let value): .text(FloatText.shortest(try PythonRounding.round(value, digits: int(1))))
    case .integer(let value): .text(PythonRounding.round(value, digits: int(1)).description)
    default: nil
    }
  }

  private func percent() throws -> String {
    try PercentFormat(text(0)).pieces.map { piece in
      guard case .conversion(let conversion) = piece else { return "" }
      switch arguments[1] {
      case .float(let value): return conversion.float(value)
      case .integer(let value):
        return "eEfFgG".unicodeScalars.contains(conversion.type)
          ? conversion.float(FloatText.nearest(to: value)) : conversion.integer(value)
      default:
        switch conversion.type {
        case "r": return conversion.text(TextLiteral.quote(text(1)))
        case "a": return conversion.text(TextLiteral.ascii(TextLiteral.quote(text(1))))
        default: return conversion.text(text(1))
        }
      }
    }.joined()
  }

  private func format() throws -> String {
    let specification = try FormatSpecification(text(1))
    return switch arguments[0] {
    case .float(let value): try specification.float(value)
    case .integer(let value): try specification.integer(value)
    default: try specification.text(text(0))
    }
  }
}
