// The inside of a tag, parsed by itself.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct TagContentParserTests {
  private func expression(_ text: String) throws(TemplateError) -> Expression {
    let source = Source(name: "t", text: text)
    return try TagContentParser.expression(in: TagContent(source, SourceRange(0, source.bytes.count)))
  }

  private func head(_ text: String) throws(TemplateError) -> TagHead {
    let source = Source(name: "t", text: text)
    return try TagContentParser.head(in: TagContent(source, SourceRange(0, source.bytes.count)))
  }

  @Test func `power is left associative and binds tighter than concatenation`() throws {
    guard case .binary(.power, let left, _) = try expression("2 ** 3 ** 2").kind,
      case .binary(.power, _, _) = left.kind
    else { return #expect(Bool(false), "not left associative") }
    guard case .binary(.add, _, let right) = try expression("1 + 2 ~ 3").kind,
      case .concatenation(let items) = right.kind
    else { return #expect(Bool(false), "~ does not bind tighter than +") }
    #expect(items.count == 2)
  }

  @Test func `ranges lead back through entity references`() throws {
    let source = Source(name: "t", text: "a &lt; 乙")
    let decoded = Array("a < 乙".utf8)
    let offsets: [UInt32] = [0, 1, 2, 6, 7, 8, 9, 10]
    let content = TagContent(source, decoded: decoded, sourceOffsets: offsets)
    let expression = try TagContentParser.expression(in: content)
    guard case .comparison(_, let rest) = expression.kind else {
      return #expect(Bool(false), "no comparison")
    }
    #expect(source.text(in: rest[0].operand.range) == "乙")
    #expect(source.text(in: expression.range) == "a &lt; 乙")
  }

  @Test(arguments: [
    ("a b", 2, "b"), ("5.", 2, ""), ("a is odd is even", 9, "is"), ("f(*a, b)", 1, "("), ("(a", 0, "("),
    ("a[", 1, "["), ("单位.¥", 7, "¥"), ("'abc", 0, "'"), ("x is", 4, ""), ("1 2", 2, "2"),
  ])
  func `a fault is marked where it is`(text: String, start: Int, marked: String) {
    var range: (Source, SourceRange)?
    do { _ = try expression(text) } catch {
      if case .range(let source, let place) = error.diagnostics[0].place { range = (source, place) }
    }
    #expect(range.map { Int($0.1.start) } == start)
    #expect(range.map { $0.0.text(in: $0.1) } == marked)
  }

  @Test func `an unknown tag is told its nearest neighbour`() {
    var help: String?
    do { _ = try head("inculde 'a'") } catch { help = error.diagnostics[0].help }
    #expect(help == "是不是想写「include」？")
  }

  @Test func `nesting and chains have limits instead of crashing`() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    let long = "1" + String(repeating: " + 1", count: 5000)
    let subscripts = String(repeating: "a[", count: 5000) + "1" + String(repeating: "]", count: 5000)
    for text in [deep, long, subscripts] {
      #expect(throws: TemplateError.self) { try expression(text) }
    }
  }
}
