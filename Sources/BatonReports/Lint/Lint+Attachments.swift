// §7.3.4 and §7.3.7: what the note on attachments names is attached, under the same titles and in the same order.

package import BatonDiagnostics

extension Lint {
  package static func attachments(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    guard let start = spoken.firstIndex(where: { $0.text.hasPrefix("附件：") }) else { return [] }
    let note = note(from: start, in: spoken)
    var findings = note.flatMap { punctuation(of: $0) } + numbers(of: note)
    let attached = spoken.indices.filter { index in
      index >= start + note.count && spoken[index].text.wholeMatch(of: /附件\s?[0-9]{0,2}/) != nil
        && !spoken[index].isInTable
    }
    guard attached.count == note.count else {
      findings.append(
        Diagnostic(
          "attachment-mismatch", .error, "附件说明列了\(note.count)个附件，后面附了\(attached.count)个",
          at: spoken[start].place, help: "逐个核对附件说明和所附的附件"))
      return findings
    }
    for (offset, (entry, index)) in zip(note, attached).enumerated() {
      let expected = note.count == 1 ? "附件" : "附件\(offset + 1)"
      let marked = spoken[index].text.filter { !$0.isWhitespace }
      if marked != expected {
        findings.append(
          Diagnostic(
            "attachment-number", .error, "附件上标的是「\(marked)」，应是「\(expected)」", at: spoken[index].place,
            help: "只有一个附件不编号；几个附件的序号与附件说明一致"))
      }
      guard spoken.indices.contains(index + 1), !isSame(spoken[index + 1].text, entry.name) else { continue }
      findings.append(
        Diagnostic(
          "attachment-mismatch", .error, "附件说明里是「\(entry.name)」，所附的题名是「\(spoken[index + 1].text)」",
          at: spoken[index + 1].place, help: "两处的名称应当相同"))
    }
    return findings
  }

  /// Whether two titles are one: on its own page a long one is broken into lines.
  private static func isSame(_ title: String, _ other: String) -> Bool {
    title.filter { !$0.isWhitespace } == other.filter { !$0.isWhitespace }
  }

  /// A line of the note.
  private struct Entry {
    var number: Int?
    var name: String
    /// The mark behind the name, where the standard has none.
    var mark: Character?
    var place: Diagnostic.Place
  }

  private static func note(from start: Int, in spoken: [FinishedText.Paragraph]) -> [Entry] {
    var entries: [Entry] = []
    for (offset, paragraph) in spoken[start...].enumerated() {
      var entry = Entry(name: paragraph.text, place: paragraph.place)
      if offset == 0 { entry.name = String(entry.name.dropFirst(3)).trimmed }
      if let match = entry.name.prefixMatch(of: /([0-9]{1,2})[.．]\s*/) {
        entry.number = Int(match.output.1)
        entry.name.removeSubrange(match.range)
      } else if offset > 0 {
        break
      }
      if let last = entry.name.last, "。；，、：".contains(last) { entry.mark = entry.name.removeLast() }
      entries.append(entry)
    }
    return entries
  }

  private static func punctuation(of entry: Entry) -> [Diagnostic] {
    guard let mark = entry.mark else { return [] }
    return [
      Diagnostic(
        "attachment-punctuation", .error, "附件名称「\(entry.name)」后面不加标点", at: entry.place, help: "去掉「\(mark)」")
    ]
  }

  /// One attachment has no number; several count from one.
  private static func numbers(of note: [Entry]) -> [Diagnostic] {
    note.enumerated().compactMap { offset, entry in
      let expected = note.count == 1 ? nil : offset + 1
      guard entry.number != expected else { return nil }
      return Diagnostic(
        "attachment-number", .error, "附件说明里「\(entry.name)」的序号不对", at: entry.place,
        help: expected.map { "这里应是 \($0)." } ?? "只有一个附件不编序号")
    }
  }
}
