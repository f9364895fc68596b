// index.html: the page from which a person reaches every document of a year.

internal import BatonAssessment
internal import BatonDocument
internal import BatonTemplate

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

    static let shape: DataShape = .record([
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

    static let shape: DataShape = .record([
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

    static let shape: DataShape = .record(["名称": .text, "原因": .text])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case reason = "原因"
    }
  }

  static let shape: DataShape.Fields = [
    "题名": .text, "各类": .list(of: Kind.shape), "未生成": .list(of: Refused.shape),
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case kinds = "各类"
    case refused = "未生成"
  }
}

extension IndexPage {
  init(of plan: BuildPlan, as formats: [DocumentFormat]) {
    title = "\(plan.year.facts.county)\(plan.year.facts.year)年度考核文书"
    let names = plan.documents.map(\.kind.name).reduce(into: [DocumentName]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    kinds = names.enumerated().map { number, name in
      let documents = plan.documents.filter { $0.kind.name == name }
      return Kind(
        name: name.rawValue, count: documents.count, anchor: "kind-\(number + 1)",
        documents: documents.map { Entry($0, as: formats) })
    }
    refused = plan.refused.map { document in
      Refused(
        name: document.title,
        reason: document.blocking.map { "\($0.cell)：\($0.found)" }.joined(separator: "；"))
    }
  }
}

extension IndexPage.Entry {
  fileprivate init(_ document: PlannedDocument, as formats: [DocumentFormat]) {
    func link(_ format: DocumentFormat) -> String? {
      formats.contains(format) ? document.file(as: format).percentEncoded : nil
    }
    self.init(
      name: document.title, audience: document.audience.rawValue, page: link(.html), word: link(.docx),
      xml: link(.flatOPC))
  }
}

extension String {
  /// A relative path as a URL writes it (RFC 3986): every byte that isn't unreserved or a slash is %XX.
  fileprivate var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text +=
          "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
