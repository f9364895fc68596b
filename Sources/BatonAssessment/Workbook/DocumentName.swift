// The closed list of documents, and which tables each is made from.

/// A kind of document; the raw value is its name (文书名), as tables and files write it.
public enum DocumentName: String, Sendable, Hashable, CaseIterable {
  case completionReport = "目标任务完成情况报告"
  case twoEndsList = "两头名单"
  case problemList = "突出问题清单"
  case practiceCollection = "经验做法汇编"
  case teamDebrief = "班子述职报告"
  case cadreDebrief = "个人述职报告"
  case talkOutline = "谈话提纲"
  case talkRecord = "谈话记录"
  case feedback = "反馈意见书"
  case circular = "考核结果通报"
  case countyReport = "全县考核情况报告"
  case scoreTable = "得分明细与排名表"
  case commitmentLedger = "担当作为台账"
  case bonusTable = "考核奖测算表"
  case awardList = "奖励建议名单"

  /// The tables it depends on, beside 年度 and 单位, which all need.
  public var tables: Set<Table> {
    switch self {
    case .completionReport:
      [.plan, .indicators, .completions, .visits, .writtenMaterials, .talks, .problems]
    case .twoEndsList: Table.scoring.union([.judgements, .cadres, .talks, .distributions])
    case .problemList: [.problems]
    case .practiceCollection: [.practices]
    case .teamDebrief: [.teamDebriefs]
    case .cadreDebrief: [.cadreDebriefs, .cadres]
    case .talkOutline: [.talkOutline, .groups]
    case .talkRecord: [.talks, .groups, .distributions]
    case .feedback: Table.scoring.union([.problems, .writtenMaterials, .issuances])
    case .circular: Table.scoring.union([.writtenMaterials, .issuances])
    case .countyReport: Table.scoring.union([.problems, .practices, .writtenMaterials, .issuances])
    case .scoreTable: Table.scoring
    case .commitmentLedger: [.commitments, .cadres, .talks]
    case .bonusTable: Table.scoring.union([.singleItems, .cadres, .commitments])
    case .awardList: [.cadres]
    }
  }

  /// The documents that a fault in a table blocks, in the order of the list.
  public static func depending(on table: Table) -> [DocumentName] {
    Table.indispensable.contains(table) ? allCases : allCases.filter { $0.tables.contains(table) }
  }
}
