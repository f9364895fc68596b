// Who gets which copy of a document that is printed by the copy.

/// Who gets which copy (「分发」).
public struct Distribution: Sendable, Hashable {
  /// 「文书」.
  public let document: DocumentName
  /// 「份号」.
  public let copyNumber: Int
  /// 「领取人」.
  public let recipient: String?
  /// 「职务」.
  public let post: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    document: DocumentName, copyNumber: Int, recipient: String?, post: String?, row: RowAddress
  ) {
    self.document = document
    self.copyNumber = copyNumber
    self.recipient = recipient
    self.post = post
    self.row = row
  }
}
