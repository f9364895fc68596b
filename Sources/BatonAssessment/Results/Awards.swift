// 嘉奖 and 三等功: who of the roster is put forward for which.

/// The awards that personal grades lead to, by 「人员编号」, in the order of the roster.
public struct Awards: Sendable, Hashable {
  /// 嘉奖.
  public let commended: [String]
  /// 三等功.
  public let merited: [String]

  /// - Returns: `nil` if the roster or the rules can't be relied on.
  init?(_ year: AssessmentYear, _ gaps: Gaps) {
    guard !gaps.coverAll(.cadres), !gaps.coverAll(.awards) else { return nil }
    let identities = year.plan.words(.awards, "奖励身份")
    let years = year.plan.number(.awards, "三等功连续年数").flatMap { Int($0.description) }
    let mayRepeat = year.plan.row(.awards, "已记功年度可重复计")?.value == "是"
    let commendsMerited = year.plan.row(.awards, "记三等功者同时嘉奖")?.value != "否"
    let excellent = year.cadres.filter { cadre in
      identities.contains(cadre.identity.rawValue) && cadre.grade == .excellent
        && !gaps.cover(.cadres, of: cadre.id)
    }
    merited = excellent.filter { cadre in
      guard let years else { return false }
      let grades = [cadre.grade, cadre.lastGrade, cadre.gradeBeforeLast].prefix(years)
      let isFree = mayRepeat || cadre.lastMeritYear.map { $0 <= year.facts.year - years } ?? true
      return grades.allSatisfy { $0 == .excellent } && isFree
    }.map(\.id)
    let merits = Set(merited)
    commended = excellent.map(\.id).filter { commendsMerited || !merits.contains($0) }
  }
}
