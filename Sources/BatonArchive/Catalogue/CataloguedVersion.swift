// What the catalogue keeps of a version: everything in it can be read from the store again.

/// The contents of a version in the catalogue's terms.
public struct CataloguedContents: Sendable, Hashable {
  public var documents: [CataloguedDocument]
  public var units: [CataloguedUnit]
  public var figures: [CataloguedFigure]
  public var problems: [CataloguedProblem]
  public var changes: [CataloguedChange]

  public init(
    documents: [CataloguedDocument] = [], units: [CataloguedUnit] = [], figures: [CataloguedFigure] = [],
    problems: [CataloguedProblem] = [], changes: [CataloguedChange] = []
  ) {
    self.documents = documents
    self.units = units
    self.figures = figures
    self.problems = problems
    self.changes = changes
  }
}

/// A document and what it says.
public struct CataloguedDocument: Sendable, Hashable {
  /// Where its page stands in the version, or the first of its files.
  public var path: String
  /// 文书名
  public var kind: String
  public var title: String
  /// 单位编号; `nil` for the county's.
  public var unit: String?
  /// 知悉范围
  public var audience: String
  /// 密级
  public var secrecy: String?
  /// 档号
  public var code: String?
  /// As a person reads it, a line a paragraph.
  public var text: String

  public init(
    path: String, kind: String, title: String, unit: String?, audience: String, secrecy: String?,
    code: String?, text: String
  ) {
    self.path = path
    self.kind = kind
    self.title = title
    self.unit = unit
    self.audience = audience
    self.secrecy = secrecy
    self.code = code
    self.text = text
  }
}

/// A unit as a year knew it.
public struct CataloguedUnit: Sendable, Hashable {
  public var id: String
  public var name: String
  public var shortName: String
  public var series: String
  /// 机构序
  public var order: Int
  /// Whether it was ranked: 参评.
  public var isAssessed: Bool

  public init(
    id: String, name: String, shortName: String, series: String, order: Int, isAssessed: Bool
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.series = series
    self.order = order
    self.isAssessed = isAssessed
  }
}

/// A figure of a unit's results.
public struct CataloguedFigure: Sendable, Hashable {
  public var unit: String
  /// Its path in the results, `·` between the parts: 「分项·目标任务」.
  public var field: String
  /// The exact value; `nil` for what is no number.
  public var exact: String?
  /// As documents show it.
  public var shown: String

  public init(unit: String, field: String, exact: String?, shown: String) {
    self.unit = unit
    self.field = field
    self.exact = exact
    self.shown = shown
  }
}

/// A serious problem, as far as years are compared by it.
public struct CataloguedProblem: Sendable, Hashable {
  public var id: String
  public var unit: String
  public var category: String
  public var manifestation: String
  public var isClosed: Bool
  /// 上年问题编号
  public var lastYearID: String?

  public init(
    id: String, unit: String, category: String, manifestation: String, isClosed: Bool, lastYearID: String?
  ) {
    self.id = id
    self.unit = unit
    self.category = category
    self.manifestation = manifestation
    self.isClosed = isClosed
    self.lastYearID = lastYearID
  }
}

/// What became of a unit of the year before (「单位沿革」).
public struct CataloguedChange: Sendable, Hashable {
  public var year: Int
  public var formerID: String
  public var formerName: String
  /// 变更, in the workbook's word.
  public var change: String
  public var currentID: String?
  public var basis: String?

  public init(
    year: Int, formerID: String, formerName: String, change: String, currentID: String?, basis: String?
  ) {
    self.year = year
    self.formerID = formerID
    self.formerName = formerName
    self.change = change
    self.currentID = currentID
    self.basis = basis
  }
}

/// Says what a version holds, for whoever knows the layout of its files.
public protocol VersionReader: Sendable {
  /// - Throws: ``ArchiveError`` if the version's bytes can't be read or have changed.
  func contents(of version: ArchivedObject.Version, in object: ArchivedObject) throws(ArchiveError)
    -> CataloguedContents
}
