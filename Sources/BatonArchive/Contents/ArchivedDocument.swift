// documents.json: what each document of a version is, so that nobody has to guess it from its path.

/// One document of a version, or one of its other records (原始数据, 考核方案).
public struct ArchivedDocument: Sendable, Hashable {
  /// Its files by format (`html`, `docx`, `xml`), relative to the version's content. A record that is several files
  /// (原始数据 as a folder of tables) has several of a format.
  public var paths: [String: [String]]
  /// 文书名, or 「原始数据」 「考核方案」.
  public var kind: String
  public var title: String
  /// 单位编号; `nil` for the whole county's.
  public var unit: String?
  /// 人员编号, if it is about a person.
  public var person: String?
  /// 份号, if it is printed by the copy.
  public var copy: Int?
  /// 知悉范围
  public var audience: String
  /// 档号; documents that are bound together share it. `nil` as long as 全宗号 is not known.
  public var code: String?
  /// 保管期限, as the plan words it: 永久, 30年, 10年.
  public var period: String
  /// 文号
  public var number: String?
  /// 责任者
  public var responsible: String
  /// 成文日期, `2023-01-15`.
  public var date: String
  /// 密级
  public var secrecy: String?
  /// 页数 of the finished PDF; `nil` until somebody has one, never estimated.
  public var pages: Int?

  public init(
    paths: [String: [String]], kind: String, title: String, unit: String? = nil, person: String? = nil,
    copy: Int? = nil, audience: String, code: String? = nil, period: String, number: String? = nil,
    responsible: String, date: String, secrecy: String? = nil, pages: Int? = nil
  ) {
    self.paths = paths
    self.kind = kind
    self.title = title
    self.unit = unit
    self.person = person
    self.copy = copy
    self.audience = audience
    self.code = code
    self.period = period
    self.number = number
    self.responsible = responsible
    self.date = date
    self.secrecy = secrecy
    self.pages = pages
  }
}

extension ArchivedDocument: Codable {
  private enum CodingKeys: String, CodingKey {
    case paths, kind, title, unit, person, copy, audience, pages
    case code = "档号"
    case period = "期限"
    case number = "文号"
    case responsible = "责任者"
    case date = "日期"
    case secrecy = "密级"
  }

  /// Every key is always there; what a document doesn't have is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(paths, forKey: .paths)
    try container.encode(kind, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(unit, forKey: .unit)
    try container.encode(person, forKey: .person)
    try container.encode(copy, forKey: .copy)
    try container.encode(audience, forKey: .audience)
    try container.encode(code, forKey: .code)
    try container.encode(period, forKey: .period)
    try container.encode(number, forKey: .number)
    try container.encode(responsible, forKey: .responsible)
    try container.encode(date, forKey: .date)
    try container.encode(secrecy, forKey: .secrecy)
    try container.encode(pages, forKey: .pages)
  }
}
