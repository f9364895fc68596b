// 撰写材料: text that somebody wrote because no data yields it.

import BatonAssessment
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

extension [WrittenMaterial] {
  /// The texts of a part, by number.
  func part(_ name: String) -> [Material] {
    filter { $0.part == name }.sorted { $0.number < $1.number }
      .map { Material(title: $0.title, content: $0.content) }
  }
}
