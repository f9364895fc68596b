// The county itself: what all tables are written from, so that no two of them can disagree.

struct County {
  let plan: SampleCounty
  let units: [Unit]
  var cadres: [Cadre]
  let assessors: [Assessor]
  /// Each unit's villages: a township's own, for an office any of the county.
  let villages: [[String]]
  let indicators: [Indicator]
  let standings: [Standing]
  let visits: [Visit]
  let adjustments: [Adjustment]
  let commitments: [Commitment]
  let judgements: [Judgement]
  var writer: Writer
  /// How a past year numbers its problems; the newest counts them.
  var problemNumbers: ProblemNumbers?
  /// 上年问题编号 that were written, and for which unit.
  var references: [(unit: Int, number: Int)] = []

  init(_ plan: SampleCounty) {
    guard plan.yearsAgo == 0 else {
      self.init(past: plan)
      return
    }
    self.init(founded: plan)
  }

  init(
    plan: SampleCounty, units: [Unit], cadres: [Cadre], assessors: [Assessor], villages: [[String]],
    indicators: [Indicator], standings: [Standing], visits: [Visit], adjustments: [Adjustment],
    commitments: [Commitment], judgements: [Judgement], writer: Writer
  ) {
    self.plan = plan
    self.units = units
    self.cadres = cadres
    self.assessors = assessors
    self.villages = villages
    self.indicators = indicators
    self.standings = standings
    self.visits = visits
    self.adjustments = adjustments
    self.commitments = commitments
    self.judgements = judgements
    self.writer = writer
  }

  private init(founded plan: SampleCounty) {
    self.plan = plan
    let units = Unit.roster(of: plan)
    var names = Names(seed: plan.seed, reserved: Cadre.edgeNames)
    var cadres = Cadre.roster(of: units, plan: plan, names: &names)
    let ownVillages = units.map { unit in
      unit.isTownship ? (0..<14).map { _ in names.village() } : []
    }
    let allVillages = ownVillages.flatMap { $0 }
    villages = ownVillages.map { $0.isEmpty ? allVillages : $0 }
    assessors = Assessor.groups(of: units, plan: plan, names: &names)
    let trades = units.map { Trade.of($0) }
    let standings = Standing.all(of: units, plan: plan)
    indicators = Indicator.all(of: units, trades: trades, plan: plan)
    cadres.grade(by: units, standings: standings, plan: plan)
    visits = Visit.all(of: units, plan: plan)
    writer = Writer(plan: plan, units: units, villages: villages, trades: trades)
    adjustments = Adjustment.all(of: units, standings: standings, plan: plan, writer: &writer)
    commitments = Commitment.all(of: units, cadres: cadres, plan: plan)
    judgements = Judgement.all(of: units, cadres: cadres, standings: standings, plan: plan)
    self.units = units
    self.cadres = cadres
    self.standings = standings
  }

  func cadres(of unit: Int) -> [Int] { cadres.indices.filter { cadres[$0].unit == unit } }

  func random(_ stream: String) -> SplitMix { SplitMix(seed: plan.seed, stream: stream) }

  func day(_ month: Int, _ day: Int) -> Day { Day(plan.year, month, day) }
  /// The last day of a month of the year after.
  func monthEnd(_ month: Int) -> Day {
    month == 12 ? nextYear(12, 31) : nextYear(month + 1, 1).adding(-1)
  }

  /// How prose names the end of a month of the year after.
  func deadlineText(_ month: Int) -> String {
    month == 12 ? "\(plan.year + 1)年底前" : "\(plan.year + 1)年\(month)月底前"
  }

  func nextYear(_ month: Int, _ day: Int) -> Day { Day(plan.year + 1, month, day) }
}
