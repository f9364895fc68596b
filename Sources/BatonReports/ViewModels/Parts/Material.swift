// 撰写材料: text that somebody wrote because no data yields it.

internal import BatonTemplate

/// A text with or without a heading of its own.
struct Material: Encodable, Sendable {
  @OrNone var title: String?
  @OrNone var content: String?

  static let shape: DataShape = .record(["标题": .optional(.text), "内容": .optional(.text)])

  enum CodingKeys: String, CodingKey {
    case title = "标题"
    case content = "内容"
  }
}
