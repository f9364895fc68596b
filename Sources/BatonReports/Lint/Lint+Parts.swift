// The parts of a document against each other: whom it is for, the first page, the imprint at the end.

package import BatonDiagnostics

extension Lint {
  /// §7.3.2: whom the document is sent to ends with a colon, the full-width one.
  package static func recipients(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let title = spoken.firstIndex(where: { $0.headingLevel == 1 }), spoken.indices.contains(title + 1)
    else {
      return []
    }
    let next = spoken[title + 1]
    let isRecipient = next.style == "主送" || next.text.hasSuffix(":") && !next.text.contains("。")
    guard isRecipient, !next.text.hasSuffix("：") else { return [] }
    return [
      Diagnostic(
        "recipient-colon", .error, "主送机关「\(next.text.suffix(12))」后面没有全角冒号", at: next.place,
        help: "主送机关顶格写，末尾用「：」")
    ]
  }

  /// §7.3.3: the first page shows text: nothing forces a break before it, and what stands above it leaves it room.
  package static func firstPage(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let title = spoken.firstIndex(where: { $0.headingLevel == 1 }),
      let body = spoken[(title + 1)...].firstIndex(where: { !$0.text.hasSuffix("：") }), body > 0
    else { return [] }
    if let broken = spoken[1...body].first(where: \.startsPage) {
      return [
        Diagnostic(
          "first-page-without-text", .error, "首页没有正文：「\(spoken[body].text.prefix(12))」之前分了页",
          at: broken.place, help: "首页必须显示正文：去掉这个分页，主送机关太多就移到版记")
      ]
    }
    let lines = linesAbove(spoken[..<body])
    guard lines >= linesOfPage else { return [] }
    return [
      Diagnostic(
        "first-page-without-text", .warning, "首页大概没有正文：正文以上约占\(lines)行，一页只有\(linesOfPage)行",
        at: spoken[body].place, help: "首页必须显示正文：主送机关太多就移到版记（抄送机关之上）")
    ]
  }

  // §6.2.2: 22 lines of 28 characters.
  private static let linesOfPage = 22
  private static let charactersOfLine = 28

  /// About how many lines are taken above the text.
  private static func linesAbove(_ head: ArraySlice<FinishedText.Paragraph>) -> Int {
    let hasNumber = head.contains { $0.text.firstMatch(of: /〔[0-9]{4}〕[0-9]+号/) != nil }
    let lines = head.map { ($0.text.count + charactersOfLine - 1) / charactersOfLine }.reduce(0, +)
    // §7.2: 35 mm above the agency's name, two lines below it and two below the red rule; one below the title.
    return lines + (hasNumber ? 9 : 1)
  }

  /// §7.4: the imprint is the last of the document, behind the attachments; copies above the issuing office, with a
  /// full stop; not issued before the document's own day.
  package static func imprint(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    let copies = spoken.lastIndex { $0.text.prefixMatch(of: /(抄送|分送)[：:]/) != nil }
    let issued = spoken.lastIndex { $0.text.wholeMatch(of: /.*[0-9]+年[0-9]+月[0-9]+日印发/) != nil }
    var findings: [Diagnostic] = []
    if let copies { findings += punctuation(ofCopies: spoken[copies]) }
    if let copies, let issued, copies > issued {
      findings.append(
        Diagnostic(
          "imprint-order", .error, "「\(spoken[copies].text.prefix(2))」写在了印发机关下面", at: spoken[copies].place,
          help: "抄送机关在印发机关和印发日期之上一行"))
    } else if let last = issued ?? copies, spoken.indices.contains(last + 1) {
      findings.append(
        Diagnostic(
          "imprint-not-last", .error, "版记后面还有「\(spoken[last + 1].text.prefix(12))」",
          at: spoken[last + 1].place,
          help: "版记在最后一面，附件在版记之前"))
    }
    if let issued, let early = issuedEarly(spoken[issued], spoken[..<issued]) { findings.append(early) }
    return findings
  }

  private static func punctuation(ofCopies paragraph: FinishedText.Paragraph) -> [Diagnostic] {
    if paragraph.text.hasSuffix("。"), paragraph.text.dropFirst(2).hasPrefix("：") { return [] }
    return [
      Diagnostic(
        "copies-punctuation", .error, "「\(paragraph.text.prefix(12))」的标点不对", at: paragraph.place,
        help: "\(paragraph.text.prefix(2))后用全角冒号，最后一个机关后用句号")
    ]
  }

  /// The day of issue against the document's day, the last date that stands alone before it.
  private static func issuedEarly(
    _ issued: FinishedText.Paragraph, _ before: ArraySlice<FinishedText.Paragraph>
  ) -> Diagnostic? {
    func day(_ text: String) -> [Int]? {
      text.firstMatch(of: /([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/).map { match in
        [match.output.1, match.output.2, match.output.3].compactMap { Int($0) }
      }
    }
    let dates = before.filter { $0.text.wholeMatch(of: /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/) != nil }
    guard let own = dates.last.flatMap({ day($0.text) }), let issue = day(issued.text),
      issue.lexicographicallyPrecedes(own)
    else { return nil }
    return Diagnostic(
      "imprint-early", .warning, "印发日期比成文日期早", at: issued.place, help: "印发日期是送印的那一天，不会早于成文日期")
  }
}
