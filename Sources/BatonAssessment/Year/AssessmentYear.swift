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
    get { unitRegister.records }
    set { unitRegister = Register(newValue.sorted { $0.order < $1.order }, id: \.id) }
  }
  public var groups: [Group] = []
  public var unitHistory: [UnitHistory] = []
  /// In the order of the table.
  public var cadres: [Cadre] {
    get { cadreRegister.records }
    set { cadreRegister = Register(newValue, id: \.id) }
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

  // Registers, not observed arrays: an initializer's assignments call no observers.
  private var unitRegister = Register<Unit>([], id: \.id)
  private var cadreRegister = Register<Cadre>([], id: \.id)

  public init(facts: YearFacts, units: [Unit]) {
    self.facts = facts
    self.units = units
  }
}

/// Records in order, found by their id; of two with one id, the first.
private struct Register<Record: Sendable>: Sendable {
  let records: [Record]
  private let positions: [String: Int]

  init(_ records: [Record], id: (Record) -> String) {
    self.records = records
    positions = Dictionary(records.enumerated().map { (id($1), $0) }) { first, _ in first }
  }

  subscript(id: String) -> Record? { positions[id].map { records[$0] } }
}

extension AssessmentYear {
  public func unit(_ id: String) -> Unit? { unitRegister[id] }

  public func cadre(_ id: String) -> Cadre? { cadreRegister[id] }

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
