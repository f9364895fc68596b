// Every table, in the workbook's order.

extension County {
  mutating func tables() -> [SampleTable] {
    [
      yearTable(), planTable(), groupTable(), unitTable(), historyTable(), cadreTable(), indicatorTable(),
      completionTable(), visitTable(), everydayTable(), leaderTable(), peerTable(), ballotTable(),
      singleItemTable(), adjustmentTable(), teamDebriefTable(), cadreDebriefTable(), outlineTable(),
      talkTable(),
      problemTable(), practiceTable(), judgementTable(), commitmentTable(), materialTable(), issuanceTable(),
      distributionTable(),
    ]
  }
}
