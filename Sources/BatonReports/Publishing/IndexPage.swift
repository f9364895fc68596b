// index.html: the page from which a person reaches every document of a year.

/// The contents page of an output folder.
struct IndexPage: ViewModel {
  let title: String
  let kinds: [Kind]
  let refused: [Refused]

  /// All documents of one 文书名.
  struct Kind: Encodable, Sendable {
    let name: String
    let count: Int
    /// What links to it on the page.
    let anchor: String
    let documents: [Entry]

    static let shape: Shape = .record([
      "文书": .text, "份数": .integer, "锚": .text, "各份": .list(of: Entry.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "文书"
      case count = "份数"
      case anchor = "锚"
      case documents = "各份"
    }
  }

  /// One document and its files; a format that wasn't made has no path.
  struct Entry: Encodable, Sendable {
    let name: String
    let audience: String
    @OrNone var page: String?
    @OrNone var word: String?
    @OrNone var xml: String?

    static let shape: Shape = .record([
      "名称": .text, "知悉范围": .text, "网页": .optional(.text), "Word": .optional(.text), "XML": .optional(.text),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case audience = "知悉范围"
      case page = "网页"
      case word = "Word"
      case xml = "XML"
    }
  }

  /// A document that the data doesn't allow.
  struct Refused: Encodable, Sendable {
    let name: String
    let reason: String

    static let shape: Shape = .record(["名称": .text, "原因": .text])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case reason = "原因"
    }
  }

  static let shape: Shape.Fields = [
    "题名": .text, "各类": .list(of: Kind.shape), "未生成": .list(of: Refused.shape),
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case kinds = "各类"
    case refused = "未生成"
  }
}
