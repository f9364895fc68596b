// A paragraph that somebody wrote for a document.

/// A text that no data yields (「撰写材料」).
public struct WrittenMaterial: Sendable, Hashable {
  /// 「文书」.
  public let document: DocumentName
  /// 「单位编号」: absent for the whole county.
  public let unitID: String?
  /// 「部分」.
  public let part: String
  /// 「序号」.
  public let number: Int
  /// 「标题」.
  public let title: String?
  /// 「内容」.
  public let content: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    document: DocumentName, unitID: String?, part: String, number: Int, title: String?, content: String?,
    row: RowAddress
  ) {
    self.document = document
    self.unitID = unitID
    self.part = part
    self.number = number
    self.title = title
    self.content = content
    self.row = row
  }
}
