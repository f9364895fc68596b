// A year as it is compared with another: units with their figures, from the catalogue and the archived plan.

public import BatonArchive
public import BatonAssessment

/// What years are compared by.
public struct ComparedYear: Sendable {
  public let year: Int
  public let version: Int
  let contents: CataloguedContents
  let plan: ArchivedPlan
  private let figures: [String: [String: CataloguedFigure]]
  private let participants: [String: Int]
  private let unitsByID: [String: CataloguedUnit]

  init(year: Int, version: Int, contents: CataloguedContents, plan: ArchivedPlan) {
    self.year = year
    self.version = version
    self.contents = contents
    self.plan = plan
    figures = Dictionary(grouping: contents.figures, by: \.unit).mapValues { figures in
      Dictionary(figures.map { ($0.field, $0) }) { first, _ in first }
    }
    participants = Dictionary(grouping: contents.units.filter(\.isAssessed), by: \.series).mapValues(\.count)
    unitsByID = Dictionary(contents.units.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The newest version of a year, from a store and its catalogue.
  ///
  /// - Throws: ``ArchiveError`` if the plan can't be read.
  public init(of object: ArchivedObject, in catalogue: ArchiveCatalogue) throws(ArchiveError) {
    let found = try catalogue.contents(of: object.id)
    let version = object.head
    self.init(
      year: object.id.year, version: version.number, contents: found?.contents ?? CataloguedContents(),
      plan: try object.record(ArchivedPlan.self, at: VersionContents.plan, of: version) ?? ArchivedPlan())
  }

  func unit(_ id: String) -> CataloguedUnit? { unitsByID[id] }

  /// What a unit came to.
  func standing(of id: String) -> ComparedStanding {
    let unit = unitsByID[id]
    let fields = figures[id] ?? [:]
    let rank = fields["位次"].flatMap { Int($0.shown) }
    let participants = unit.flatMap { self.participants[$0.series] }
    let components = Component.allCases.compactMap { component in
      fields["分项·\(component.rawValue)"].map { (component.rawValue, ComparedNumber($0)) }
    }
    return ComparedStanding(
      unitID: id, name: unit?.shortName ?? id, fullName: unit?.name ?? id, series: unit?.series ?? "",
      total: fields["综合得分"].map(ComparedNumber.init), rank: rank, participants: participants,
      grade: fields["最终等次"]?.shown, gradePlace: fields["最终等次"].flatMap { plan.place(of: $0.shown) },
      components: components)
  }
}

/// A number as a year shows it, and exactly.
public struct ComparedNumber: Sendable, Hashable {
  public let shown: String
  public let exact: Rational?

  init(_ figure: CataloguedFigure) {
    shown = figure.shown
    exact = figure.exact.flatMap(Self.rational)
  }

  /// `266/3` and `88.67` are read; anything else is `nil`.
  static func rational(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { ExactDecimal(String($0)) }
    guard let numerator = parts.first ?? nil, let denominator = parts.last ?? nil, parts.count <= 2 else {
      return nil
    }
    if parts.count == 1 { return numerator.rational }
    return denominator.isZero ? nil : numerator.rational / denominator.rational
  }
}

/// A unit's place in a year.
public struct ComparedStanding: Sendable {
  public let unitID: String
  public let name: String
  public let fullName: String
  public let series: String
  /// 综合得分
  public let total: ComparedNumber?
  public let rank: Int?
  /// How many units of the series are assessed.
  public let participants: Int?
  /// 最终等次, as the year's plan names it.
  public let grade: String?
  /// The grade's place from the top, 1 for the best.
  public let gradePlace: Int?
  public let components: [(name: String, score: ComparedNumber)]

  /// 位次百分位: (参评数 − 位次 + 1) ÷ 参评数; 1 for the first.
  public var percentile: Rational? {
    guard let rank, let participants, (1...participants).contains(rank) else { return nil }
    return Rational(participants - rank + 1, over: participants)
  }
}

/// The plan of an archived year, as far as years are compared by it.
struct ArchivedPlan: Decodable, Sendable {
  struct Row: Decodable, Sendable, Hashable {
    let item: String
    let scope: String?
    let name, value: String

    enum CodingKeys: String, CodingKey {
      case item = "项目"
      case scope = "适用"
      case name = "名称"
      case value = "数值"
    }
  }

  var rows: [Row] = []

  init(_ rows: [Row] = []) { self.rows = rows }

  enum CodingKeys: String, CodingKey {
    case rows = "方案"
  }

  /// The names of the grades, best first.
  var grades: [String] { rows.filter { $0.item == PlanItem.unitGrades.rawValue }.map(\.name) }

  /// A grade's place from the top; 「参照优秀」 stands where 「优秀」 does.
  func place(of grade: String) -> Int? {
    grades.firstIndex { grade == $0 || grade == "参照\($0)" }.map { $0 + 1 }
  }
}
