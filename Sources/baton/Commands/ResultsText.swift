// What `baton results` says to people: units by series, then quotas, awards and money.

internal import BatonAssessment

/// The results of a year as text.
struct ResultsText {
  private let results: YearResults
  private let year: AssessmentYear

  init(_ results: YearResults, of year: AssessmentYear) {
    self.results = results
    self.year = year
  }

  var text: String {
    let series = results.seriesSummaries(of: year).map(standings)
    let rest = [pools, staffQuotas, awards, bonuses, missing].filter { !$0.isEmpty }
    return (series + rest).joined(separator: "\n")
  }

  // MARK: Units

  private func standings(_ summary: SeriesSummary) -> String {
    let rows = (summary.unitIDs + summary.comparableIDs).compactMap { results[$0] }.map { result in
      [
        result.rank.map(String.init) ?? "—", year.unit(result.unitID)?.shortName ?? result.unitID,
        score(result.score.total), score(result.score.base), score(result.score.bonus),
        score(result.score.deduction), result.finalGrade?.text ?? result.suggestedGrade?.text ?? "—",
        result.score.barsBestGrade ? "红线" : "",
      ]
    }
    let counts = summary.grades.map { "\($0.grade) \($0.count)" }.joined(separator: "，")
    let mean = summary.mean.map { "，均分 \(score($0))" } ?? ""
    let title = "【\(summary.series ?? "全县")】参评 \(summary.unitIDs.count) 个\(mean)；\(counts)\n"
    return title + TextTable(["位次", "单位", "综合得分", "基础分", "加分", "扣分", "等次", ""], rows).text
  }

  private func score(_ figure: Figure?) -> String {
    figure.map { $0.value.rounded(places: year.plan.scorePlaces, year.plan.scoreRounding).description } ?? "—"
  }

  private func names(_ unitIDs: [String]?) -> String {
    unitIDs.map { $0.map { year.unit($0)?.shortName ?? $0 }.joined(separator: "、") } ?? "—"
  }

  // MARK: Quotas

  private var pools: String {
    let rows = results.pools.map { result in
      [
        result.pool.scope, count(result.pool.base), count(result.pool.quota),
        names(result.finalBest ?? result.pool.best), names(result.pool.tiedAcrossLine),
      ]
    }
    return "【单位优秀名额】\n" + TextTable(["适用", "基数", "名额", "首等", "线上并列"], rows).text
  }

  private var staffQuotas: String {
    let rows = results.staffQuotas.map { quota in
      [
        quota.staffClass.rawValue, year.unit(quota.group)?.shortName ?? quota.group,
        quota.base?.value.plainDecimal ?? "—", quota.exact?.value.description ?? "—", count(quota.quota),
        count(quota.excellentIDs?.count),
      ]
    }
    return "【评优名额】\n" + TextTable(["类", "组", "基数", "精确", "名额", "名册优秀"], rows).text
  }

  private func count(_ count: Int?) -> String { count.map(String.init) ?? "—" }

  // MARK: People and money

  private var awards: String {
    guard let awards = results.awards else { return "" }
    func people(_ ids: [String]) -> String {
      ids.isEmpty ? "无" : ids.map { year.cadre($0)?.name ?? $0 }.joined(separator: "、")
    }
    return """
      【奖励】
      三等功 \(awards.merited.count) 人：\(people(awards.merited))
      嘉奖 \(awards.commended.count) 人：\(people(awards.commended))

      """
  }

  private var bonuses: String {
    guard let bonuses = results.bonuses else { return "" }
    let unitIDs = bonuses.lines.grouped(by: \.unitID).map { ($0.key, $0.values.count) }
    let rows = unitIDs.map { unitID, people in
      [year.unit(unitID)?.shortName ?? unitID, "\(people)", money(bonuses.subtotals[unitID])]
    }
    let sum = "合计 \(money(bonuses.total)) 元，预算 \(money(bonuses.budget)) 元，待确认 \(bonuses.toConfirm.count) 人\n"
    return "【奖金】\n" + TextTable(["单位", "人数", "小计（元）"], rows).text + sum
  }

  private func money(_ figure: Figure?) -> String {
    figure.map { $0.value.rounded(places: year.plan.moneyPlaces, year.plan.moneyRounding).description } ?? "—"
  }

  private var missing: String {
    results.missing.isEmpty
      ? "" : "【给不出的】\n" + results.missing.map { $0 + "\n" }.joined()
  }
}
