// What the letter, the circular and the county's report must say.

import BatonAssessment

extension FeedbackLetter: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.says("对你单位\(yearNumber)年度目标任务完成情况进行了考核。")
    if let total { claims.says("你单位综合得分\(total, is: "\(unitShortName).综合得分")分，") }
    if let rank {
      claims.says(
        """
        在\(series)序列\(participants, is: "\(series).参评数")个参评单位中列第\
        \(rank, is: "\(unitShortName).位次")位，
        """)
    }
    claims.says("\(suggestion)等次为\(grade ?? missingText)。")
    for component in components {
      claims.says("\(component.name)\(component.score, is: "\(unitShortName).\(component.name)")分")
    }
    return claims
  }
}

extension Circular: Claiming {
  var claims: Claims {
    var claims = Claims()
    claims.says("\(yearNumber)年，根据")
    claims.says("对全县\(unitCount)个参评单位目标任务完成情况进行了考核。")
    for series in seriesList {
      claims.says("\(series.name)序列（\(series.count, is: "\(series.name).参评数")个）")
      for list in series.grades {
        claims.says(
          """
          \(suggestion)\(list.grade)单位（\(list.count, is: "\(series.name).\(list.grade)")个）：\
          \(list.units.joined(separator: "、"))。
          """)
      }
    }
    if comparable.count > 1 { claims.says("等\(comparable.count)个单位综合得分达到\(bestGrade)等次") }
    claims.relation("括号里的数与名单") { Self.miscounted(in: $0.lines) }
    annexes(&claims)
    return claims
  }

  /// Lists whose number in brackets isn't that of the names after the colon, by what is printed alone.
  private static func miscounted(in lines: [String]) -> [String] {
    lines.compactMap { line in
      guard let open = line.firstRange(of: "单位（"), let close = line.firstRange(of: "个）："),
        open.upperBound <= close.lowerBound, let count = Int(line[open.upperBound..<close.lowerBound])
      else { return nil }
      let names = line[close.upperBound...].split(separator: "、").count
      return names == count ? nil : "「\(line[..<close.upperBound])」后面列了 \(names) 个"
    }
  }

  private func annexes(_ claims: inout Claims) {
    let headings = ["位次", "单位", "综合得分", "\(suggestion)等次"]
    for (table, series) in (ranking ?? []).enumerated() {
      let units = series.rows.map(\.unitShortName)
      claims.column(
        "位次", of: headings, table: table, series.rows.map { $0.rank.text(or: "—") },
        fields: units.map { "\($0).位次" })
      claims.column(
        "综合得分", of: headings, table: table, series.rows.map { $0.total.text(or: missingText) },
        fields: units.map { "\($0).综合得分" })
    }
    if let adjustments {
      let bonuses = ["序号", "单位", "事项", "等级", "分值", "依据"]
      claims.says("加分（\(adjustments.bonuses.count)项）")
      claims.says("扣分（\(adjustments.deductions.count)个单位）")
      if !adjustments.bonuses.isEmpty {
        claims.numbering(of: bonuses, adjustments.bonuses.count)
        claims.column("分值", of: bonuses, adjustments.bonuses.map { $0.points.text(or: missingText) })
      }
      if !adjustments.deductions.isEmpty {
        claims.numbering(of: ["合计扣分"], adjustments.deductions.count)
        claims.column(
          "合计扣分", of: ["合计扣分"], adjustments.deductions.map(\.points.text),
          fields: adjustments.deductions.map { "\($0.unitShortName).扣分" })
      }
    }
  }
}

extension CountyReport: Claiming {
  var claims: Claims {
    var claims = Claims()
    let headings = ["序列", "参评数", "平均分", "最高分", "最低分", "\(bestGrade)／名额"]
    claims.says("我部组织完成了\(yearNumber)年度目标责任考核。")
    claims.says("考核对象共\(unitCount)个单位（")
    for category in categories { claims.says("\(category.name)\(category.count)个") }
    claims.says("，分\(groupCount)个考核组进行。")
    if summary.mean != nil {
      claims.says("综合得分平均\(summary.mean)分，最高\(summary.highest)分，最低\(summary.lowest)分；")
    }
    for grade in summary.grades {
      claims.says("\(suggestion)\(grade.grade)\(grade.count, is: "全县.\(grade.grade)")个")
      if let share = grade.share { claims.says("\(grade.grade)\(grade.count)个（占\(share)%）") }
    }
    if !comparable.isEmpty { claims.says("另有\(comparable.count)个单位参照\(bestGrade)等次：") }
    claims.column(
      "参评数", of: headings, seriesList.map { "\($0.count)" }, fields: seriesList.map { "\($0.name).参评数" })
    claims.column("平均分", of: headings, seriesList.map { $0.summary.mean.text(or: "—") })
    claims.column("最高分", of: headings, seriesList.map { $0.summary.highest.text(or: "—") })
    claims.column("最低分", of: headings, seriesList.map { $0.summary.lowest.text(or: "—") })
    claims.column(
      "\(bestGrade)／名额", of: headings, seriesList.map { "\($0.summary.best)／\($0.quota.text(or: "—"))" })
    if problemCount > 0 {
      claims.says(
        "考核共梳理突出问题\(problemCount, is: "突出问题.项数")项，涉及\(problemUnitCount, is: "突出问题.单位数")个单位。")
      for category in problemCategories {
        claims.says("\(category.name)\(category.count)项（占\(category.share)%）")
      }
    }
    if !practices.isEmpty {
      claims.says("考核中总结可推广的经验做法\(practices.count, is: "经验做法.条数")条，")
    }
    return claims
  }
}
