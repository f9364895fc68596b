// 方案: every item of the assessment plan, filled as the workbook's example column fills it. Wholly fictional.

extension County {
  func planTable() -> SampleTable {
    var table = TableWriter("方案", ["项目", "适用", "名称", "数值", "条款", "说明"])
    for line in planText.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      precondition(fields.count >= 4, "a plan line is short: \(line)")
      // The names of a line share its item and scope; their values follow in order.
      let names = fields[2].split(separator: "、").map(String.init)
      let values =
        names.count == 1 ? [fields[3]] : fields[3].split(separator: "、").map(String.init)
      precondition(names.count == values.count, "a plan line's values don't match its names: \(line)")
      for (name, value) in zip(names, values) {
        table.row([
          fields[0], fields[1].isEmpty ? nil : fields[1], name, value, fields.count > 4 ? fields[4] : nil,
          fields.count > 5 ? fields[5] : nil,
        ])
      }
    }
    return table.table
  }

  /// item | scope | names | values | clause | remark
  private var planText: String {
    let offices = units.count { !$0.isTownship }
    let grades = plan.gradeNames
    let weights =
      plan.hasEarlyPlan ? ["55、15、15、5、10", "50、15、20、5、10"] : ["50、20、15、5、10", "45、20、20、5、10"]
    let series = plan.series.map { "单位优秀比例|\($0)|\(grades[0])|30|第十七条" }.joined(separator: "\n")
    return """
      参评数|县直单位|单位数|\(offices)|第三条
      参评数|乡镇|单位数|\(units.count - offices)|第三条
      参评数|考核组|组数|\(plan.groupCount)|第四条
      权重|乡镇|目标任务、平时分数、县领导评分、互评、人员测评|\(weights[0])|第八条
      权重|县直单位|目标任务、平时分数、县领导评分、互评、人员测评|\(weights[1])|第八条
      满分|乡镇|指标|100|第九条
      满分|县直单位|指标|100|第九条
      板块|乡镇|党建工作、高质量发展、年度目标任务、新增内容|20、35、30、15|第九条
      板块|县直单位|党建工作、高质量发展、年度目标任务、新增内容|不限、不限、不限、不限|第九条
      下限|乡镇|民生占比、上年民生占比|35、30|第九条
      下限|县直单位|民生占比|0|第九条
      下限|县领导评分|回收率|80|第十一条
      下限|人员测评|回收率、分项最少票|70、5|第十一条
      下限|谈话|中层覆盖率|30|第十二条
      下限|担当作为|推荐人次|2|第二十四条
      下限|公示|工作日数|5|第二十二条
      测评赋分||优秀、良好、一般、较差|100、85、60、30|第十一条
      互评池|乡镇|乡镇|100|第十一条
      互评池|县直单位|县直单位|100|第十一条
      去极值|县领导评分|个数、起算票数|1、5|第十一条
      去极值|互评|个数、起算票数|1、5|第十一条
      期次||一季度、二季度、三季度、四季度|1、2、3、4|第十条
      加分标准||国家级、省级、市级、县级、市对县考核加分|3、2、1、0.5、1|第十三条
      扣分标准||省级通报、市级通报、县级通报、约谈|3、2、1、1.5|第十四条
      封顶||加分单项、加分、扣分|3、5、5|第十五条
      红线||H01|否优|第十六条|班子成员严重违纪违法
      红线||H02|否优|第十六条|较大以上安全事故
      红线||H03|否优|第十六条|统计造假、考核弄虚作假
      单位等次||\(grades.joined(separator: "、"))|90、80、60、0|第十七条
      \(series)
      单位优秀上限|全县|\(grades[0])|30|第十七条
      评优比例|全县|领导成员|25|第十九条
      评优比例|\(grades[0])|非领导成员、事业人员|25、25|第十九条
      评优比例|\(grades[1])|非领导成员、事业人员|20、20|第十九条
      评优比例|\(grades[2])|非领导成员、事业人员|15、15|第十九条
      评优比例|\(grades[3])|非领导成员、事业人员|10、10|第十九条
      评优比例|不参评|非领导成员、事业人员|20、20|第十九条
      评优上限||领导成员、非领导成员、事业人员|25、25、25|第十九条
      \(personnelText)
      奖励||奖励身份|公务员、参公|第二十条
      奖励||三等功连续年数|3|第二十条
      奖励||已记功年度可重复计、记三等功者同时嘉奖|否、是|第二十条
      奖金||发放身份|公务员、参公|奖金办法第三条
      奖金||预算、担当作为加项|8000000、2000|奖金办法第四条
      奖金||基数|12000|奖金办法第五条
      奖金|\(grades[0])|单位系数|1.2|奖金办法第六条
      奖金|\(grades[1])|单位系数|1|奖金办法第六条
      奖金|\(grades[2])|单位系数|0.8|奖金办法第六条
      奖金|\(grades[3])|单位系数|0.5|奖金办法第六条
      奖金|不参评|单位系数|1|奖金办法第六条
      奖金|平安建设·先进|单项系数|0.05|奖金办法第七条
      奖金|优秀|个人系数|1.3|奖金办法第八条
      奖金|称职|个人系数|1|奖金办法第八条
      奖金|基本称职|个人系数|0|奖金办法第八条
      奖金|不称职|个人系数|0|奖金办法第八条
      奖金|不定等次|个人系数|0|奖金办法第八条
      奖金|不进行考核|个人系数|0|奖金办法第八条
      告知|反馈意见书|得分、位次、分项|是、是、否|第二十三条
      告知|考核结果通报|附得分排名表、附加减分情况表、列末等名单|否、否、否|第二十三条
      问题类别||政治建设、党的建设、目标任务、作风建设、廉政建设、安全稳定|1、2、3、4、5、6|第十二条
      \(archiveText)
      口径||分数小数位、分数修约、比较口径|2、四舍五入、未修约|第十八条
      口径||并列比较|目标任务、平时分数|第十八条
      口径||并列名次、线上并列|跳号、全不取|第十八条
      口径||单位名额取整、评优名额取整、红线计入基数、红线递补|去尾、去尾、是、是|第十八条
      口径||免评处理、平时缺期、名册范围、评优挂钩|按其余权重折算、按已有期次、部分、单位等次|第十八条
      口径||金额小数位、金额修约|2、四舍五入|奖金办法第九条
      """
  }

  /// 人员规则: three rows for each status.
  private var personnelText: String {
    [
      ("在岗", "优秀、称职、基本称职、不称职", "是", "是"), ("试用期", "不定等次", "是", "待确认"),
      ("病事假超半年", "不进行考核", "否", "待确认"), ("病事假超半年·事业", "不定等次", "是", "待确认"),
      ("立案未结", "不定等次", "是", "待确认"), ("警告诫勉", "称职、基本称职、不称职", "是", "是"),
      ("严重警告或记过", "不定等次", "是", "待确认"), ("记大过以上", "不定等次、不称职", "是", "否"),
      ("调离", "不进行考核", "否", "待确认"), ("退休", "不进行考核", "否", "待确认"),
    ].map { status, grades, counted, paid in
      """
      人员规则|\(status)|允许等次|\(grades)|第二十一条
      人员规则|\(status)|计入基数|\(counted)|第二十一条
      人员规则|\(status)|发奖金|\(paid)|奖金办法第十条
      """
    }.joined(separator: "\n")
  }

  /// 归档: three rows for each document, raw data and plan included.
  private var archiveText: String {
    let periods = [
      "永久": ["考核方案", "考核结果通报", "全县考核情况报告", "奖励建议名单"],
      "30年": [
        "目标任务完成情况报告", "反馈意见书", "班子述职报告", "个人述职报告", "得分明细与排名表", "两头名单", "突出问题清单", "经验做法汇编",
        "担当作为台账", "考核奖测算表", "原始数据",
      ],
      "10年": ["谈话提纲", "谈话记录"],
    ]
    let bound: Set<String> = ["班子述职报告", "个人述职报告", "谈话提纲", "谈话记录"]
    return ["永久", "30年", "10年"].flatMap { period in
      (periods[period] ?? []).map { document in
        "归档|\(document)|保管期限、机构代码、组件|\(period)、KH、\(bound.contains(document) ? "合订" : "逐份")|第二十六条"
      }
    }.joined(separator: "\n")
  }
}
