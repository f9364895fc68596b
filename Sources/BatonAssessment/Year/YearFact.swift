// One row of 「年度」, and the closed list of its items.

/// An item of the table 「年度」 with what it says.
public struct YearFact: Sendable, Hashable {
  /// What 「年度」 has rows for; the raw value is the item's name.
  public enum Item: String, Sendable, Hashable, CaseIterable {
    case county = "县名"
    case countyShort = "县名简称"
    case year = "年度"
    case host = "主办单位"
    case issuerMark = "发文机关标志"
    case planName = "考核方案名称"
    case planNumber = "考核方案文号"
    case periodStart = "考核期起"
    case periodEnd = "考核期止"
    case writtenOn = "成文日期"
    case contact = "联系人"
    case phone = "联系电话"
    case internalMark = "内部标注"
    case leadingBody = "考核领导机构"
    case reviewMeeting = "审定会议"
    case reviewedOn = "审定日期"
    case bonusRuleName = "奖金办法名称"
    case bonusRuleNumber = "奖金办法文号"
    case trainedOn = "动员培训日期"
    case training = "动员培训内容"
    case leaderBallotsIssued = "县领导发出票数"
    case publicityStart = "公示开始日期"
    case publicityEnd = "公示结束日期"
    case publicityWorkdays = "公示工作日数"
    case remedyPlanDueOn = "整改方案报送日期"
    case remedyResultDueOn = "整改结果报送日期"
    case fondsNumber = "全宗号"
    case fondsName = "全宗名称"
    case categoryCode = "门类代码"
    case archiveYear = "归档年度"
    case firstItemNumber = "起始件号"

    /// What no year can do without.
    public static let required: [Item] = [
      .county, .countyShort, .year, .host, .issuerMark, .planName, .planNumber, .periodStart, .periodEnd,
      .writtenOn, .contact, .phone,
    ]
  }

  public let item: Item
  /// As written, without outer blanks.
  public let content: String
  public let row: RowAddress

  package init(item: Item, content: String, row: RowAddress) {
    self.item = item
    self.content = content
    self.row = row
  }
}
