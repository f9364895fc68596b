// What the county's own tables must say.

import BatonAssessment

extension ScoreTable: Claiming {
  private static let adjusted = ["序号", "单位", "类型", "事项", "等级或条款", "分值", "依据", "认定"]

  var claims: Claims {
    var claims = Claims()
    for (table, series) in seriesList.enumerated() { add(series, table, to: &claims) }
    if !adjustments.isEmpty {
      claims.says("加减分及红线申报、认定情况，共\(adjustments.count)项")
      claims.numbering(of: Self.adjusted, adjustments.count)
      claims.column("分值", of: Self.adjusted, adjustments.map { $0.points.text(or: "—") })
    }
    return claims
  }

  private func add(_ series: Series, _ table: Int, to claims: inout Claims) {
    let headings = ["位次", "单位", "基础分", "加分", "扣分", "综合得分"]
    let units = series.rows.map(\.unitShortName)
    func column(_ heading: String, _ values: [String]) {
      claims.column(
        heading, of: headings, table: table, values, fields: units.map { "\($0).\(heading)" })
    }
    claims.says("参评单位\(series.participants, is: "\(series.name).参评数")个")
    if let quota = series.quota { claims.says("，\(bestGrade)名额\(quota)个") }
    if series.summary.mean != nil {
      claims.says(
        "；平均\(series.summary.mean)分，最高\(series.summary.highest)分，最低\(series.summary.lowest)分")
    }
    for grade in series.summary.grades {
      // Units of a grade that nobody has are not listed by the circular: it is no figure to agree on there.
      claims.says(
        "\(grade.grade)\(grade.count, is: grade.count > 0 ? "\(series.name).\(grade.grade)" : nil)个")
    }
    claims.says("表\(table + 1)　\(series.name)得分与位次")
    column("位次", series.rows.map { $0.rank.text(or: "—") })
    for (heading, figure) in Self.components {
      column(heading, series.rows.map { figure($0).text(or: "—") })
    }
    column("基础分", series.rows.map { $0.base.text(or: missingText) })
    column("加分", series.rows.map { $0.bonus.text(or: missingText) })
    column("扣分", series.rows.map { $0.deduction.text(or: missingText) })
    column("综合得分", series.rows.map { $0.total.text(or: missingText) })
    claims.relation("表\(table + 1)的位次与得分") { text in
      let tables = text.tables.filter { Set(headings).isSubset(of: $0.headings) }
      return tables.indices.contains(table) ? Self.misranked(in: tables[table]) : []
    }
  }

  private static var components: [(String, (Row) -> Figure?)] {
    [
      ("目标任务", { $0.targets }), ("平时分数", { $0.routine }), ("县领导评分", { $0.leaders }), ("互评", { $0.peers }),
      ("人员测评", { $0.staff }),
    ]
  }

  /// Ranks that go up while the totals beside them do too, by what is printed alone.
  private static func misranked(in table: PrintedText.Table) -> [String] {
    let ranks = (table.column("位次") ?? []).map { Int($0) }
    let totals = (table.column("综合得分") ?? []).map { ExactDecimal($0)?.rational }
    let ranked = zip(ranks, totals).compactMap { rank, total in
      rank.flatMap { rank in total.map { (rank, $0) } }
    }
    return zip(ranked, ranked.dropFirst()).filter { $0.0 < $1.0 && $0.1 < $1.1 || $0.0 > $1.0 }
      .map { "第 \($0.0) 位在前而第 \($1.0) 位的得分更高，或位次颠倒" }
  }
}

extension ProblemFindings: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.says(
      "共\(problems.count, is: "突出问题.项数")项，涉及\(unitCount, is: "突出问题.单位数")个单位")
    if !problems.isEmpty { claims.numbering(of: ["序号", "单位", "问题类别", "来源"], problems.count) }
    return claims
  }
}

extension UnitProblemFindings: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.says("\(unitName)，共\(problems.count)项")
    if !problems.isEmpty { claims.numbering(of: ["序号", "问题类别", "具体表现"], problems.count) }
    return claims
  }
}

extension PracticeSummaries: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.says(
      "\(yearNumber)年度考核中，各考核组共总结可推广的经验做法\(practices.count, is: "经验做法.条数")条")
    return claims
  }
}

extension TwoEndsList: Claiming {
  private static let teams = ["序号", "单位", "序列", "综合得分", "位次", "测评优秀率（%）"]
  private static let cadres = ["序号", "姓名", "测评优秀票率（%）", "谈话正面／负面（次）"]

  var claims: Claims {
    var claims = Claims()
    claims.add(copy)
    for (table, teams) in [goodTeams, poorTeams].enumerated() where !teams.isEmpty {
      // A table without rows has a row that spans it, and is still a table.
      func column(_ heading: String, _ values: [String], fields: [String]? = nil) {
        claims.column(heading, of: Self.teams, table: table, values, fields: fields)
      }
      claims.numbering(of: Self.teams, table: table, teams.count)
      column(
        "综合得分", teams.map { $0.total.text(or: "—") }, fields: teams.map { "\($0.unitShortName).综合得分" })
      column("位次", teams.map { $0.rank.text(or: "—") }, fields: teams.map { "\($0.unitShortName).位次" })
      column("测评优秀率（%）", teams.map { $0.excellentShare.text(or: "—") })
    }
    for (table, cadres) in [goodCadres, poorCadres].enumerated() where !cadres.isEmpty {
      claims.numbering(of: Self.cadres, table: table, cadres.count)
      claims.column(
        "测评优秀票率（%）", of: Self.cadres, table: table, cadres.map { $0.excellentShare.text(or: "—") })
      claims.column(
        "谈话正面／负面（次）", of: Self.cadres, table: table, cadres.map { "\($0.praised)／\($0.blamed)" })
    }
    return claims
  }
}

extension TalkOutlineSheet: Claiming {
  private static let headings = ["序号", "要点", "建议问法", "追问"]

  var claims: Claims {
    var claims = Claims()
    if let groupNumber { claims.says("\(hanNumeral: groupNumber)考核组（组长") }
    for (table, dimension) in dimensions.enumerated() {
      claims.says("\(dimension.name)（\(dimension.points.count)个要点）")
      claims.column(
        "序号", of: Self.headings, table: table,
        dimension.points.flatMap { point in
          point.questions.isEmpty ? ["—"] : point.questions.map { "\($0.number)" }
        })
    }
    return claims
  }
}

extension TalkRecordSheet: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.add(copy)
    return claims
  }
}

extension CommitmentLedger: Claiming {
  private static let headings = ["序号", "台账号", "姓名", "推荐人次"]

  var claims: Claims {
    var claims = Claims()
    claims.says("在册\(entries.count)人，其中新增\(added)人、保留\(kept)人")
    guard !entries.isEmpty else { return claims }
    claims.numbering(of: Self.headings, entries.count)
    claims.column("推荐人次", of: Self.headings, entries.map { "\($0.recommended)" })
    if !left.isEmpty { claims.numbering(of: ["序号", "姓名", "日期"], left.count) }
    return claims
  }
}

extension Claims {
  /// Which copy it is, and of how many.
  fileprivate mutating func add(_ copy: CopyNote) {
    says("第\(copy.number)份　共\(copy.count)份　　领取人：")
  }
}
