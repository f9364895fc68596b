import BatonDiagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("单位全程", "单位全称"), ("docx2", "docx"), ("htlm", "html"), ("优秀", nil), ("完全不同的词", nil),
  ])
  func `the nearest word is suggested only when it is near`(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["单位简称", "单位全称", "html", "docx"]) == expected)
  }

  @Test func `a word of one character is not near to any other`() {
    #expect(Suggestion.nearest(to: "甲", among: ["乙", "丙"]) == nil)
  }
}
