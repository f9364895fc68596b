// 考核组, 单位 and 干部: who is assessed, and by whom.

extension County {
  func groupTable() -> SampleTable {
    var table = TableWriter("考核组", ["组号", "姓名", "职责", "来源单位", "回避单位", "业务专长", "培训日期"])
    for assessor in assessors {
      table.row([
        "\(assessor.group)", assessor.name, assessor.duty, units[assessor.source].id,
        assessor.avoided.map { units[$0].id }, assessor.expertise, assessor.training.text,
      ])
    }
    return table.table
  }

  func unitTable() -> SampleTable {
    var table = TableWriter(
      "单位",
      [
        "单位编号", "单位全称", "单位简称", "类别", "序列", "机构序", "考核组", "参评方式", "领导成员数", "非领导成员数", "事业人数",
        "核定组", "免评分项", "免评依据", "班子等次", "审定等次", "审定依据",
      ])
    for (index, unit) in units.enumerated() {
      let leaders = cadres.count {
        $0.unit == index && $0.isTeamMember && $0.staff != .institution && $0.isCounted
      }
      let isExempt = exempts(index)
      let depth = standings[index].depth
      table.row([
        unit.id, unit.fullName, unit.shortName, unit.category, plan.series[unit.series], "\(unit.order)",
        "\(unit.group)", unit.isReferenced ? "参照" : "参评", "\(leaders)", "\(unit.office.otherCivilCount)",
        "\(unit.office.institutionCount)", quotaGroup(of: unit),
        isExempt ? "人员测评" : nil, isExempt ? "改制期间人员集中借调，考核领导小组同意免评" : nil,
        plan.gradeNames[depth < 0.3 ? 0 : depth < 0.85 ? 1 : 2], nil, nil,
      ])
    }
    return table.table
  }

  /// 核定组: in the years before the newest each series shared one quota.
  private func quotaGroup(of unit: Unit) -> String? {
    if plan.yearsAgo > 0 { return "\(plan.series[unit.series])联合组" }
    return unit.office.series == 2 ? "群团联合组" : nil
  }

  /// The one unit whose staff don't vote, as a component left out is an edge case of its own.
  func exempts(_ unit: Int) -> Bool { units[unit].office.key == "新华书店" }

  func cadreTable() -> SampleTable {
    var table = TableWriter(
      "干部",
      [
        "人员编号", "姓名", "性别", "政治面貌", "单位编号", "职务", "层级", "班子成员", "主要负责人", "身份", "状态", "状态依据", "兼任单位",
        "原单位编号", "本年等次", "上年等次", "前年等次", "最近三等功年度", "测评有效票", "测评优秀票", "在岗月数",
      ])
    for cadre in cadres {
      table.row([
        cadre.id, cadre.name, cadre.isWoman ? "女" : "男", cadre.party, units[cadre.unit].id, cadre.post,
        cadre.rank.rawValue, yesNo(cadre.isTeamMember), yesNo(cadre.isPrincipal), cadre.staff.rawValue,
        cadre.status.rawValue, cadre.statusBasis, cadre.secondUnit.map { units[$0].id },
        cadre.formerUnit.map { units[$0].id }, cadre.grade, cadre.lastGrade, cadre.gradeBefore,
        cadre.meritYear.map { "\($0)" }, cadre.validBallots.map { "\($0)" },
        cadre.excellentBallots.map { "\($0)" }, "\(cadre.monthsOnPost)",
      ])
    }
    return table.table
  }
}

/// 是 or 否, as the workbook writes what is so and what isn't.
func yesNo(_ isSo: Bool) -> String { isSo ? "是" : "否" }
