// The prose reads like the real thing: with digits and names masked, hardly a sentence comes twice.
import SampleCounty
import Testing

struct ProseTests {
  private static let prose: [(table: String, columns: [String])] = [
    ("班子述职", ["内容"]), ("谈话", ["内容"]), ("突出问题", ["具体表现", "原因", "整改措施"]),
    ("经验做法", ["背景", "做法", "成效", "启示"]), ("撰写材料", ["内容"]), ("担当作为", ["主要事迹"]), ("个人述职", ["内容"]),
  ]

  @Test(arguments: [Year.whole, Year.second])
  func `no sentence, digits and names masked, stands in more than a twentieth of the units`(_ year: Year) {
    let mask = Mask(year)
    let units = Dictionary(uniqueKeysWithValues: year["干部"].map { ($0["人员编号"] ?? "", $0["单位编号"] ?? "") })
    var occurrences: [String: Set<String>] = [:]
    for (table, columns) in Self.prose {
      for row in year[table] {
        guard let unit = row["单位编号"] ?? units[row["人员编号"] ?? ""], !unit.isEmpty else { continue }
        for column in columns {
          for sentence in mask.sentences(of: row[column] ?? "") {
            occurrences[sentence, default: []].insert(unit)
          }
        }
      }
    }
    let limit = max(1, year["单位"].count / 20)
    #expect(occurrences.filter { $0.value.count > limit }.keys.sorted() == [])
    #expect(occurrences.count > 100 * year["单位"].count)
  }

  @Test(arguments: [Year.whole, Year.second])
  func `two debriefs share at most a fifth of their sentences`(_ year: Year) {
    let mask = Mask(year)
    var debriefs: [String: [String]] = [:]
    for row in year["班子述职"] {
      debriefs[row["单位编号"] ?? "", default: []] += mask.sentences(of: row["内容"] ?? "")
    }
    for row in year["个人述职"] {
      debriefs[row["人员编号"] ?? "", default: []] += mask.sentences(of: row["内容"] ?? "")
    }
    var holders: [String: Set<String>] = [:]
    for (debrief, sentences) in debriefs {
      for sentence in sentences { holders[sentence, default: []].insert(debrief) }
    }
    var shared: [Pair: Int] = [:]
    for debriefs in holders.values where debriefs.count > 1 {
      let sorted = debriefs.sorted()
      for (place, first) in sorted.enumerated() {
        for second in sorted[(place + 1)...] { shared[Pair(first: first, second: second), default: 0] += 1 }
      }
    }
    let worst =
      shared.map { pair, count in
        Double(count) / Double(min(debriefs[pair.first]?.count ?? 0, debriefs[pair.second]?.count ?? 0))
      }.max() ?? 0
    #expect(worst <= 0.2)
    #expect(debriefs.count > year["单位"].count * 4)
  }

  @Test(arguments: [("班子述职", "单位编号", 1200...2500), ("个人述职", "人员编号", 750...1500)])
  func `debriefs are as long as debriefs are`(_ table: String, _ key: String, _ range: ClosedRange<Int>) {
    let lengths = Dictionary(grouping: Year.whole[table]) { $0[key] ?? "" }
      .mapValues { $0.map { ($0["内容"] ?? "").count }.reduce(0, +) }
    #expect(lengths.filter { !range.contains($0.value) }.keys.sorted() == [])
  }

  private struct Pair: Hashable {
    let first: String
    let second: String
  }
}

/// Takes digits, units' names and people's names out of a text.
private struct Mask {
  /// The names that begin with a scalar, longest first.
  private let names: [Unicode.Scalar: [[Unicode.Scalar]]]

  init(_ year: Year) {
    var names: Set<String> = []
    for row in year["单位"] { names.formUnion([row["单位全称"] ?? "", row["单位简称"] ?? ""]) }
    for table in ["干部", "考核组"] { names.formUnion(year[table].map { $0["姓名"] ?? "" }) }
    let scalars = names.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    self.names = Dictionary(grouping: scalars.sorted { $0.count > $1.count }) { $0[0] }
  }

  func sentences(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var sentence = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if "。；！？\n".unicodeScalars.contains(scalar) {
        if !sentence.isEmpty { sentences.append(String(sentence)) }
        sentence = String.UnicodeScalarView()
      } else if ("0"..."9").contains(scalar) || scalar == "." {
        if sentence.last != "#" { sentence.append("#") }
      } else if let name = names[scalar]?.first(where: { scalars[(index - 1)...].starts(with: $0) }) {
        sentence.append("@")
        index += name.count - 1
      } else {
        sentence.append(scalar)
      }
    }
    return sentence.isEmpty ? sentences : sentences + [String(sentence)]
  }
}
