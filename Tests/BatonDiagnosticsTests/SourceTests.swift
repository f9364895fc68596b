import BatonDiagnostics
import Testing

@Suite struct SourceTests {
  let source = Source(name: "甲.html", text: "一\r\n二三\n\nabc")

  @Test(arguments: [
    (0, 1, 1), (3, 1, 4), (5, 2, 1), (8, 2, 4), (12, 3, 1), (13, 4, 1), (16, 4, 4), (99, 4, 4),
  ])
  func `an offset has a line and a column in bytes, both from 1`(offset: Int, line: Int, column: Int) {
    let position = source.position(of: UInt32(offset))
    #expect(position == (line, column))
  }

  @Test(arguments: [(1, "一"), (2, "二三"), (3, ""), (4, "abc")])
  func `a line comes without its line break`(number: Int, text: String) {
    #expect(source.line(number) == text)
  }

  @Test func `a range gives its text`() {
    #expect(source.text(in: SourceRange(5, 11)) == "二三")
  }
}
