// Which documents a fault in a table blocks.

import BatonAssessment
import Testing

@Suite struct DocumentNameTests {
  @Test(arguments: [
    (Table.talkOutline, ["谈话提纲"]), (.teamDebriefs, ["班子述职报告"]), (.cadreDebriefs, ["个人述职报告"]),
    (.talks, ["目标任务完成情况报告", "两头名单", "谈话记录", "担当作为台账"]), (.singleItems, ["考核奖测算表"]),
    (.unitHistory, []),
    (.peerScores, ["两头名单", "反馈意见书", "考核结果通报", "全县考核情况报告", "得分明细与排名表", "考核奖测算表"]),
  ])
  func `a table blocks the documents that depend on it`(table: Table, documents: [String]) {
    #expect(DocumentName.depending(on: table).map(\.rawValue) == documents)
  }

  @Test(arguments: [Table.year, .units])
  func `without the year or the units there is no document`(table: Table) {
    #expect(DocumentName.depending(on: table) == DocumentName.allCases)
  }
}
