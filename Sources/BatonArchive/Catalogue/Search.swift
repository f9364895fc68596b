// What is asked of the catalogue, and what it answers.

/// A question to the catalogue.
public struct Search: Sendable, Hashable {
  /// Words parted by blanks; a document must hold all of them.
  public var text: String
  /// `nil` for all years.
  public var years: ClosedRange<Int>?
  /// 单位编号, 全称 or 简称 as any year knew them; `nil` for all.
  public var unit: String?
  /// Whether versions that were amended since are searched too.
  public var searchesEveryVersion: Bool
  /// How many documents, and how many figures, are named at most.
  public var limit: Int

  public init(
    _ text: String, years: ClosedRange<Int>? = nil, unit: String? = nil, searchesEveryVersion: Bool = false,
    limit: Int = 20
  ) {
    self.text = text
    self.years = years
    self.unit = unit
    self.searchesEveryVersion = searchesEveryVersion
    self.limit = limit
  }
}

/// What was found: the newest year first, within a year in the order of its list of documents.
public struct SearchAnswer: Sendable, Hashable {
  /// A version of a year.
  public struct Place: Sendable, Hashable {
    public let county: String
    public let year: Int
    public let version: Int
  }

  public struct DocumentHit: Sendable, Hashable {
    public let place: Place
    public let document: String
    public let title: String
    public let path: String
    /// 单位编号
    public let unit: String?
    /// 知悉范围: who may see what was found.
    public let audience: String
    public let secrecy: String?
    public let code: String?
    public let snippet: Snippet?
  }

  public struct FigureHit: Sendable, Hashable {
    public let place: Place
    /// 单位编号
    public let unit: String
    public let unitName: String
    public let field: String
    public let shown: String
  }

  public internal(set) var documents: [DocumentHit] = []
  /// All that hold the words, named or not.
  public internal(set) var documentCount = 0
  public internal(set) var figures: [FigureHit] = []
  public internal(set) var figureCount = 0

  /// Nothing found.
  public init() {}
}
