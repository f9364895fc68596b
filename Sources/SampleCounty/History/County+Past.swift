// A county's year gone by, founded on its newest.

extension County {
  /// - Precondition: the year lies before the newest.
  init(past plan: SampleCounty) {
    let newest = County(plan.newest)
    var own = plan
    own.seed = plan.ownSeed
    // Who retired has one name through all the years.
    let known = newest.cadres.map(\.name) + Set(newest.villages.flatMap(\.self))
    var retired = Names(seed: plan.seed &+ 904, reserved: known)
    let roster = PastRoster(plan, from: newest, names: &retired)
    var names = Names(seed: own.seed, reserved: known + roster.cadres.map(\.name))
    let units = roster.units
    let allVillages = newest.villages.first { !$0.isEmpty } ?? []
    let villages = units.map { unit in
      newest.units.firstIndex { $0.id == unit.id }.map { newest.villages[$0] } ?? allVillages
    }
    let standings = Standing.all(of: units, plan: own)
    var cadres = roster.cadres
    cadres.countBallots(standings: standings, plan: own)
    var writer = Writer(plan: own, units: units, villages: villages, trades: units.map { Trade.of($0) })
    let adjustments = Adjustment.all(of: units, standings: standings, plan: own, writer: &writer)
    self.init(
      plan: own, units: units, cadres: cadres,
      assessors: Assessor.groups(of: units, plan: own, names: &names), villages: villages,
      indicators: Indicator.all(of: units, trades: units.map { Trade.of($0) }, plan: own),
      standings: standings, visits: Visit.all(of: units, plan: own), adjustments: adjustments,
      commitments: Commitment.all(of: units, cadres: cadres, plan: own),
      judgements: Judgement.all(of: units, cadres: cadres, standings: standings, plan: own), writer: writer)
    var next = County(plan.next)
    problemNumbers = ProblemNumbers(remembered: next.problemReferences(), by: next.units, in: self)
  }
}

/// The numbers of a past year's problems: what the next year calls 上年问题编号 must be the same unit's.
struct ProblemNumbers {
  /// Numbers that the next year remembers, by the unit's 单位编号 now.
  private var claimed: [String: [Int]] = [:]
  private let taken: Set<Int>
  private var last = 0

  init(remembered references: [(unit: Int, number: Int)], by next: [Unit], in county: County) {
    let changes = UnitChange.all.filter { $0.yearsAgo == county.plan.yearsAgo - 1 }
    let known = Set(county.units.map(\.id))
    var taken: Set<Int> = []
    for (unit, number) in references where !taken.contains(number) {
      let then = changes.first { $0.key == next[unit].office.key }?.formerID ?? next[unit].id
      guard known.contains(then) else { continue }
      taken.insert(number)
      claimed[then, default: []].append(number)
    }
    self.taken = taken
  }

  /// The number of the next problem of a unit.
  mutating func next(of unit: String) -> Int {
    if let first = claimed[unit]?.first {
      claimed[unit]?.removeFirst()
      return first
    }
    repeat { last += 1 } while taken.contains(last)
    return last
  }
}
