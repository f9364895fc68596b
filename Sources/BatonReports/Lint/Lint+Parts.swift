// The parts of a document against each other: attachments, the first page, the imprint at the end.

package import BatonDiagnostics

extension Lint {
  /// §7.3.4 and §7.3.7: what the note names is attached, under the same titles and in the same order.
  package static func attachments(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let start = spoken.firstIndex(where: { $0.text.hasPrefix("附件：") }) else { return [] }
    var named: [String] = []
    var findings: [Diagnostic] = []
    for (offset, paragraph) in spoken[start...].enumerated() {
      var name = paragraph.text
      if offset == 0 { name = String(name.dropFirst(3)).trimmed }
      if let match = name.prefixMatch(of: /\d{1,2}[.．]\s*/) {
        name.removeSubrange(match.range)
      } else if offset > 0 {
        break
      }
      if let last = name.last, "。；，、：".contains(last) {
        findings.append(
          Diagnostic(
            "attachment-punctuation", .error, "附件名称「\(name)」后面不加标点", at: paragraph.place, help: "去掉「\(last)」")
        )
        name.removeLast()
      }
      named.append(name)
    }
    let attached = spoken.indices.filter { index in
      index > start && spoken[index].text.wholeMatch(of: /附件\s?\d{0,2}/) != nil && !spoken[index].isInTable
    }
    let place = spoken[start].place
    if attached.count != named.count {
      findings.append(
        Diagnostic(
          "attachment-mismatch", .error, "附件说明列了\(named.count)个附件，后面附了\(attached.count)个", at: place,
          help: "逐个核对附件说明和所附的附件"))
      return findings
    }
    for (name, index) in zip(named, attached) where spoken.indices.contains(index + 1) {
      let title = spoken[index + 1].text
      if title != name {
        findings.append(
          Diagnostic(
            "attachment-mismatch", .error, "附件说明里是「\(name)」，所附的题名是「\(title)」", at: spoken[index + 1].place,
            help: "两处的名称应当相同"))
      }
    }
    return findings
  }

  /// §7.3.3: the first page shows text; as far as the file says, nothing forces a break before it.
  package static func firstPage(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let title = spoken.firstIndex(where: { $0.headingLevel == 1 }),
      let body = spoken[(title + 1)...].first(where: { !$0.text.hasSuffix("：") }),
      let broken = spoken[...].first(where: { $0.startsPage })
    else { return [] }
    let isBefore =
      spoken.contains { $0.startsPage } && index(of: broken, in: spoken) <= index(of: body, in: spoken)
    guard isBefore, index(of: broken, in: spoken) > 0 else { return [] }
    return [
      Diagnostic(
        "first-page-without-text", .error, "首页没有正文：「\(body.text.prefix(12))」之前分了页", at: broken.place,
        help: "首页必须显示正文：去掉这个分页，主送机关太多就移到版记")
    ]
  }

  private static func index(
    of paragraph: FinishedText.Paragraph, in paragraphs: [FinishedText.Paragraph]
  ) -> Int {
    paragraphs.firstIndex { $0.place == paragraph.place } ?? paragraphs.endIndex
  }

  /// §7.4: the imprint is the last of the document, behind the attachments.
  package static func imprint(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let last = spoken.lastIndex(where: { $0.text.wholeMatch(of: /.*\d+年\d+月\d+日印发/) != nil }) else {
      return []
    }
    guard let behind = spoken[(last + 1)...].first else { return [] }
    return [
      Diagnostic(
        "imprint-not-last", .error, "版记后面还有「\(behind.text.prefix(12))」", at: behind.place,
        help: "版记在最后一面，附件在版记之前")
    ]
  }
}
