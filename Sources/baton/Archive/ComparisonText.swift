// What `compare` says to people.

internal import BatonAssessment
internal import BatonReports

/// A comparison of two years as text.
struct ComparisonText {
  private let comparison: YearComparison
  /// Whether components and problems are told one by one.
  private let isDetailed: Bool

  init(_ comparison: YearComparison, isDetailed: Bool) {
    self.comparison = comparison
    self.isDetailed = isDetailed
  }

  var text: String {
    let (old, new) = (comparison.earlier, comparison.later)
    let rows = comparison.lines.flatMap(rows)
    let table = TextTable(
      [
        "单位", "\(old)得分", "位次", "等次", "\(new)得分", "位次", "等次", "得分±", "百分位±", "等次±", "反复", "销号", "沿革",
      ], rows)
    let details = isDetailed ? comparison.lines.map(details).joined() : ""
    let notes = comparison.notes.map { "注：\($0)\n" }.joined()
    return "【\(comparison.county) \(old) 年与 \(new) 年】\n" + table.text + details + notes
  }

  /// One row where units are the same; else the former ones, then the present ones, each with its own figures.
  private func rows(_ line: YearComparison.Line) -> [[String]] {
    let problems = ["\(line.problems.recurring.count)", "\(line.problems.cleared.count)"]
    let change = line.changes.joined(separator: "、")
    if line.isDirect, let old = line.former.first, let new = line.current.first {
      let name = old.name == new.name ? new.name : "\(new.name)（原\(old.name)）"
      let differences = [
        line.totalDifference.map { signed($0) } ?? "—",
        line.percentileDifference.map { signed($0 * 100) } ?? "—", line.gradeSteps.map(steps) ?? "—",
      ]
      return [[name] + figures(old) + figures(new) + differences + problems + [change]]
    }
    let none = ["", "", ""]
    let former = line.former.map { ["\($0.name)（前身）"] + figures($0) + none + none + ["", "", change] }
    let current = line.current.enumerated().map { index, standing in
      [standing.name] + none + figures(standing) + ["—", "—", "—"] + (index == 0 ? problems : ["", ""])
        + [change.isEmpty ? "新列入" : change]
    }
    return former + current
  }

  private func figures(_ standing: ComparedStanding) -> [String] {
    let rank = standing.rank.map { "\($0)/\(standing.participants ?? 0)" } ?? "—"
    return [standing.total?.shown ?? "—", rank, standing.grade ?? "—"]
  }

  /// Two places, with its sign.
  private func signed(_ value: Rational) -> String {
    let text = value.rounded(places: 2, .halfUp).description
    return value.isNegative ? text : "+\(text)"
  }

  private func steps(_ steps: Int) -> String {
    steps == 0 ? "平" : steps > 0 ? "升\(steps)" : "降\(-steps)"
  }

  private func details(_ line: YearComparison.Line) -> String {
    var text = ""
    for (name, difference) in line.componentDifferences { text += "  \(name) \(signed(difference))\n" }
    let kinds = [
      ("反复", line.problems.recurring), ("已销号", line.problems.cleared), ("未见于后一年", line.problems.lapsed),
    ]
    for (kind, entries) in kinds {
      for entry in entries {
        let former = entry.formerID.map { "（即 \($0)）" } ?? ""
        text += "  \(kind) \(entry.id)\(former)［\(entry.category)］\(entry.text)\n"
      }
    }
    return text
  }
}
