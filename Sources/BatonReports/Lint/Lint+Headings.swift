// §7.3.3: 一、 →（一）→ 1. →（1）; each level counts on, and begins anew below the one above it.

package import BatonDiagnostics
internal import BatonTemplate

extension Lint {
  package static func headingLadder(_ text: FinishedText) -> [Diagnostic] {
    var counts: [Int: Int] = [:]
    var findings: [Diagnostic] = []
    var isInAttachmentNote = false
    for paragraph in text.spoken where !paragraph.isInTable {
      if paragraph.headingLevel == 1 { counts = [:] }
      if paragraph.text.hasPrefix("附件：") { isInAttachmentNote = true }
      guard let (level, number) = label(of: paragraph.text) else {
        isInAttachmentNote = isInAttachmentNote && paragraph.text.hasPrefix("附件：")
        continue
      }
      if isInAttachmentNote && level == 3 { continue }
      if let heading = paragraph.headingLevel, heading > 1, heading - 1 != level {
        findings.append(
          Diagnostic(
            "heading-level", .error, "「\(paragraph.text.prefix(12))」是第\(level)级序号，用了第\(heading - 1)级标题的样式",
            at: paragraph.place, help: "序号依次是 一、（一）1.（1）"))
      }
      let expected = (counts[level] ?? 0) + 1
      // A list may begin anew under text of its own: only a number that skips is wrong.
      if number != expected && number != 1 {
        findings.append(
          Diagnostic(
            "heading-number", .error, "「\(paragraph.text.prefix(12))」的序号接不上", at: paragraph.place,
            help: expected == 1 ? "这一级从头编起" : "前一个是第\(expected - 1)，这里应是第\(expected)"))
      }
      counts[level] = number
      for deeper in (level + 1)..<5 { counts[deeper] = nil }
    }
    return findings
  }

  /// The level and the number that a paragraph begins with.
  private static func label(of text: String) -> (level: Int, number: Int)? {
    if let match = text.prefixMatch(of: /([一二三四五六七八九十百]+)、/) {
      return chinese(match.output.1).map { (1, $0) }
    }
    if let match = text.prefixMatch(of: /（([一二三四五六七八九十百]+)）/) {
      return chinese(match.output.1).map { (2, $0) }
    }
    if let match = text.prefixMatch(of: /(\d{1,3})[.．](?!\d)/) { return Int(match.output.1).map { (3, $0) } }
    if let match = text.prefixMatch(of: /（(\d{1,3})）/) { return Int(match.output.1).map { (4, $0) } }
    return nil
  }

  private static func chinese(_ numeral: Substring) -> Int? {
    (1...199).first { (try? ChineseNumeral.count(Decimal($0))) == String(numeral) }
  }
}
