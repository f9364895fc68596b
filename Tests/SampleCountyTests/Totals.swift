// Scores a generated year in the shortest way that tells ties and leaders: no derivation, no rounding.

/// 综合得分 of every assessed unit, best first, series by series.
struct Totals {
  struct Standing {
    let unit: String
    let total: Double
  }

  let bySeries: [String: [Standing]]

  init(_ year: Year) {
    let weights = ["乡镇": [50.0, 20, 15, 5, 10], "县直单位": [45.0, 20, 20, 5, 10]]
    let objective = Self.sums(year["指标完成"], "考核组评分")
    let everyday = Dictionary(grouping: year["平时分数"]) { $0["单位编号"] ?? "" }.mapValues(Self.everyday)
    let leaders = Self.trimmed(year["县领导评分"])
    let peers = Self.trimmed(year["互评"])
    let ballots = Dictionary(uniqueKeysWithValues: year["人员测评"].map { ($0["单位编号"] ?? "", Self.ballots($0)) })
    let adjustments = Self.adjustments(year["加减分"])
    var series: [String: [Standing]] = [:]
    for unit in year["单位"] where unit["参评方式"] == "参评" {
      let id = unit["单位编号"] ?? ""
      let parts = [objective[id], everyday[id], leaders[id], peers[id], ballots[id]]
      let weighted = zip(weights[unit["类别"] ?? ""] ?? [], parts).compactMap { weight, part in
        part.map { (weight, weight * $0) }
      }
      let base = weighted.map(\.1).reduce(0, +) / weighted.map(\.0).reduce(0, +)
      series[unit["序列"] ?? "", default: []].append(
        Standing(unit: id, total: base + (adjustments[id] ?? 0)))
    }
    bySeries = series.mapValues { $0.sorted { $0.total > $1.total } }
  }

  private static func sums(_ rows: [Year.Row], _ heading: String) -> [String: Double] {
    // Summed in hundredths, so that equal marks in another order stay equal.
    rows.reduce(into: [:]) { $0[$1["单位编号"] ?? "", default: 0] += ($1.number(heading) * 100).rounded() }
      .mapValues { $0 / 100 }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.sorted().reduce(0, +) / Double(numbers.count)
  }

  private static func everyday(_ rows: [Year.Row]) -> Double {
    let markers = Dictionary(grouping: rows) { $0["评分单位"] ?? "" }
    return mean(
      markers.values.map { rows in
        mean(Dictionary(grouping: rows) { $0["期次"] ?? "" }.values.map { mean($0.map { $0.number("得分") }) })
      })
  }

  private static func trimmed(_ rows: [Year.Row]) -> [String: Double] {
    Dictionary(grouping: rows) { $0["单位编号"] ?? "" }.mapValues { rows in
      let marks = rows.map { $0.number("得分") }.sorted()
      return mean(marks.count >= 5 ? Array(marks.dropFirst().dropLast()) : marks)
    }
  }

  private static func ballots(_ row: Year.Row) -> Double {
    let counts = ["优秀", "良好", "一般", "较差"].map { row.number($0) }
    return zip(counts, [100.0, 85, 60, 30]).map { $0 * $1 }.reduce(0, +) / counts.reduce(0, +)
  }

  private static func adjustments(_ rows: [Year.Row]) -> [String: Double] {
    let standard = [
      "国家级": 3.0, "省级": 2, "市级": 1, "县级": 0.5, "市对县考核加分": 1, "省级通报": 3, "市级通报": 2, "县级通报": 1, "约谈": 1.5,
    ]
    var totals: [String: Double] = [:]
    for (kind, sign) in [("加分", 1.0), ("扣分", -1.0)] {
      let recognized = rows.filter { $0["类型"] == kind && $0["认定"] == "认定" }
      for (unit, rows) in Dictionary(grouping: recognized, by: { $0["单位编号"] ?? "" }) {
        let matters = Dictionary(grouping: rows) { $0["事项编号"] ?? "" }
        let points = matters.values.map { rows in
          rows.map { $0["分值"] == "" ? standard[$0["等级"] ?? ""] ?? 0 : $0.number("分值") }.max() ?? 0
        }
        totals[unit, default: 0] += sign * min(5, points.map { min(3, $0) }.reduce(0, +))
      }
    }
    return totals
  }
}
