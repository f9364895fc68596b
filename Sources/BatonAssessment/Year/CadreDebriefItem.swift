// One item of a cadre's debrief: three advances and one thing to improve, and what goes with them.

/// One item of a cadre's debrief (「个人述职」).
public struct CadreDebriefItem: Sendable, Hashable {
  /// 「人员编号」.
  public let cadreID: String
  /// 「部分」.
  public let part: Part
  /// 「序号」.
  public let number: Int
  /// 「标题」.
  public let title: String?
  /// 「内容」.
  public let content: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    cadreID: String, part: Part, number: Int, title: String?, content: String?, row: RowAddress
  ) {
    self.cadreID = cadreID
    self.part = part
    self.number = number
    self.title = title
    self.content = content
    self.row = row
  }

  /// 「部分」: with the 「三加一」 in the middle.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case politics = "政治表现"
    case advances = "进步工作"
    case improvement = "改进工作"
    case problems = "存在问题"
    case integrity = "廉洁自律"
    case plans = "下步打算"
  }

  /// Parts whose items must have a title.
  public static let titledParts: Set<Part> = [.politics, .advances, .improvement, .problems]
}
