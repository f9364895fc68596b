// A county's whole year of data, read and immutable: what every document and every score is made from.

/// The data of one assessment year.
///
/// Tables that have not come yet are empty; ``tables`` says which have.
public struct AssessmentYear: Sendable {
  /// The tables that were there.
  public var tables: Set<Table> = []
  public var facts: YearFacts
  public var plan = Plan([])
  /// By 「机构序」.
  public var units: [Unit] {
    didSet { index() }
  }
  public var groups: [Group] = []
  public var unitHistory: [UnitHistory] = []
  /// In the order of the table.
  public var cadres: [Cadre] = [] {
    didSet { index() }
  }
  public var indicators: [Indicator] = []
  public var completions: [Completion] = []
  public var visits: [OnSiteVisit] = []
  public var routineScores: [RoutineScore] = []
  public var leaderBallots: [LeaderBallot] = []
  public var peerScores: [PeerScore] = []
  public var staffBallots: [StaffBallot] = []
  public var singleItems: [SingleItemResult] = []
  public var adjustments: [Adjustment] = []
  public var teamDebriefs: [TeamDebrief] = []
  public var cadreDebriefs: [CadreDebrief] = []
  public var talkOutline: [TalkQuestion] = []
  public var talks: [Talk] = []
  public var problems: [Problem] = []
  public var practices: [Practice] = []
  public var judgements: [Judgement] = []
  public var commitments: [Commitment] = []
  public var writtenMaterials: [WrittenMaterial] = []
  public var issuances: [Issuance] = []
  public var distributions: [Distribution] = []

  private var unitPositions: [String: Int] = [:]
  private var cadrePositions: [String: Int] = [:]

  public init(facts: YearFacts, units: [Unit]) {
    self.facts = facts
    self.units = units.sorted { $0.order < $1.order }
    index()
  }

  private mutating func index() {
    unitPositions = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
    cadrePositions = Dictionary(cadres.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }
}

extension AssessmentYear {
  public func unit(_ id: String) -> Unit? { unitPositions[id].map { units[$0] } }

  public func cadre(_ id: String) -> Cadre? { cadrePositions[id].map { cadres[$0] } }

  public func group(_ number: Int) -> Group? { groups.first { $0.number == number } }

  /// The group that assesses a unit.
  public func group(assessing unit: Unit) -> Group? { unit.groupNumber.flatMap(group) }

  /// The roster of a unit, in the order of the table.
  public func cadres(of unit: Unit) -> [Cadre] { cadres.filter { $0.unitID == unit.id } }

  /// The indicators that a unit is measured by, in the order of the table.
  public func indicators(of unit: Unit) -> [Indicator] { indicators.filter { $0.applies(to: unit) } }

  public func teamDebrief(of unit: Unit) -> TeamDebrief? { teamDebriefs.first { $0.unitID == unit.id } }

  public func cadreDebrief(of cadre: Cadre) -> CadreDebrief? {
    cadreDebriefs.first { $0.cadreID == cadre.id }
  }

  public func talks(at unit: Unit) -> [Talk] { talks.filter { $0.unitID == unit.id } }

  /// What was written for a document, by part and number; for the whole county if no unit is named.
  public func writtenMaterials(for document: DocumentName, of unit: Unit? = nil) -> [WrittenMaterial] {
    writtenMaterials.filter { $0.document == document && $0.unitID == unit?.id }
  }

  /// The copies of a document, by number.
  public func distribution(of document: DocumentName) -> [Distribution] {
    distributions.filter { $0.document == document }.sorted { $0.copyNumber < $1.copyNumber }
  }

  /// Whether a cadre must debrief.
  public func mustDebrief(_ cadre: Cadre) -> Bool { cadre.mustDebrief(under: plan) }
}
