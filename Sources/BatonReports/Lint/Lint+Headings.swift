// §7.3.3: 一、 →（一）→ 1. →（1）; each level counts on, and begins anew below the one above it.

package import BatonDiagnostics

extension Lint {
  package static func headingLadder(_ text: FinishedText) -> [Diagnostic] {
    var counts: [Int: Int] = [:]
    var findings: [Diagnostic] = []
    var isInAttachmentNote = false
    for paragraph in text.spoken where !paragraph.isInTable {
      if paragraph.headingLevel == 1 { counts = [:] }
      if paragraph.text.hasPrefix("附件：") { isInAttachmentNote = true }
      findings += punctuation(of: paragraph)
      guard let label = HeadingLabel(of: paragraph.text) else {
        isInAttachmentNote = isInAttachmentNote && paragraph.text.hasPrefix("附件：")
        continue
      }
      let (level, number) = (label.level, label.number)
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

  /// Labels with the marks of another level, or with one too many: 1、 一.（一）、.
  private static func punctuation(of paragraph: FinishedText.Paragraph) -> [Diagnostic] {
    let forms: [(Regex<Substring>, String)] = [
      (/[0-9]{1,2}、/, "1."), (/[一二三四五六七八九十]{1,3}[.．](?![0-9])/, "一、"),
      (/（[一二三四五六七八九十]{1,3}）[、.．，]/, "（一）"), (/（[0-9]{1,2}）[、.．，]/, "（1）"),
      (/\([一二三四五六七八九十0-9]{1,3}\)/, "（一）、（1）"),
    ]
    return forms.compactMap { form, right in
      guard let match = paragraph.text.prefixMatch(of: form) else { return nil }
      return Diagnostic(
        "heading-punctuation", .error, "序号「\(match.output)」的标点不对", at: paragraph.place,
        help: "这一级序号写作 \(right)，括号用全角，括号后面不加标点")
    }
  }
}
