// The five components of a unit's score, each out of 100, each from its own table.

/// Computes components from a year's data.
struct ComponentScorer {
  private let plan: Plan
  private let year: AssessmentYear
  private let gaps: Gaps
  private let trimming: [Component: Trimming]
  private let periods: [String]
  private let completions: [String: [Completion]]
  private let routineScores: [String: [RoutineScore]]
  private let leaderBallots: [String: [LeaderBallot]]
  private let peerScores: [String: [PeerScore]]
  private let staffBallots: [String: [StaffBallot]]

  init(_ year: AssessmentYear, _ gaps: Gaps) {
    self.year = year
    self.gaps = gaps
    let plan = year.plan
    self.plan = plan
    trimming = [Component.leaders, .peers].reduce(into: [:]) { $0[$1] = Trimming(plan, for: $1) }
    periods = plan.names(of: .periods)
    completions = Dictionary(grouping: year.completions, by: \.unitID)
    routineScores = Dictionary(grouping: year.routineScores, by: \.unitID)
    leaderBallots = Dictionary(grouping: year.leaderBallots, by: \.unitID)
    peerScores = Dictionary(grouping: year.peerScores, by: \.unitID)
    staffBallots = Dictionary(grouping: year.staffBallots, by: \.unitID)
  }

  /// A component of a unit; `nil` where there is no data for it, or none that can be relied on.
  func score(_ component: Component, of unit: Unit) -> Figure? {
    guard !gaps.cover(.component(component), of: unit.id) else { return nil }
    let figure =
      switch component {
      case .targets: targets(of: unit)
      case .routine: routine(of: unit)
      case .leaders: leaders(of: unit)
      case .peers: peers(of: unit)
      case .staff: staff(of: unit)
      }
    return figure?.named(component.rawValue)
  }

  /// The most ballots of one kind or pool that are too few for trimming (「不足起算票数」).
  func isShort(_ component: Component, of unit: Unit) -> Bool {
    guard let trimming = trimming[component] else { return false }
    return counts(of: component, unit).contains(where: trimming.isShort)
  }

  /// The ballots of each kind or pool that carries weight.
  private func counts(of component: Component, _ unit: Unit) -> [Int] {
    func counts(_ shares: [PlanRow], _ names: [String?]) -> [Int] {
      guard !shares.isEmpty else { return [names.count] }
      return shares.filter { $0.number?.isZero == false }.map { share in names.count { $0 == share.name } }
    }
    switch component {
    case .leaders:
      return counts(
        plan.rows(of: .ballotKinds, for: Component.leaders.rawValue),
        (leaderBallots[unit.id] ?? []).map(\.kind))
    case .peers:
      return counts(
        plan.rows(of: .peerPools, for: unit.category),
        (peerScores[unit.id] ?? []).map { year.unit($0.raterID)?.category })
    default: return []
    }
  }

  /// Σ 考核组评分 ÷ 满分 × 100.
  private func targets(of unit: Unit) -> Figure? {
    let scores = (completions[unit.id] ?? []).compactMap { completion in
      completion.score.map { Figure($0, at: completion.row.cell("考核组评分")) }
    }
    guard !scores.isEmpty, let full = plan.figure(.fullScore, "指标", for: unit.category), full.value > 0 else {
      return nil
    }
    return Figure.sum(scores) / full * .constant(100)
  }

  /// Mean of raters 〔mean of periods 〔mean of rows〕〕, none of them weighted.
  private func routine(of unit: Unit) -> Figure? {
    let convention = plan.row(.conventions, "平时缺期")
    let zero = Figure.constant(0).chosen(by: convention.map { [$0.valueCell] } ?? [])
    let raters = (routineScores[unit.id] ?? []).grouped(by: \.raterID).compactMap { rater, rows -> Figure? in
      let given = rows.grouped(by: \.period)
      var means = given.compactMap { period, rows in
        Figure.mean(rows.map { Figure($0.score, at: $0.row.cell("得分")) })?.named(.period(period))
      }
      if convention?.value == "计零分" {
        let names = Set(given.map(\.key))
        means += periods.filter { !names.contains($0) }.map { zero.named(.period($0)) }
      }
      return Figure.mean(means)?.named(.unit(rater))
    }
    return Figure.mean(raters)
  }

  private func leaders(of unit: Unit) -> Figure? {
    let ballots = leaderBallots[unit.id] ?? []
    return blend(plan.rows(of: .ballotKinds, for: Component.leaders.rawValue)) { kind in
      mean(
        ballots.filter { kind == nil || $0.kind == kind }.map { Figure($0.score, at: $0.row.cell("得分")) },
        of: .leaders)
    }
  }

  private func peers(of unit: Unit) -> Figure? {
    let scores = peerScores[unit.id] ?? []
    return blend(plan.rows(of: .peerPools, for: unit.category)) { pool in
      mean(
        scores.filter { pool == nil || year.unit($0.raterID)?.category == pool }
          .map { Figure($0.score, at: $0.row.cell("得分")) },
        of: .peers)
    }
  }

  private func mean(_ ballots: [Figure], of component: Component) -> Figure? {
    trimming[component].map { Figure.mean(ballots, $0) } ?? Figure.mean(ballots)
  }

  private func staff(of unit: Unit) -> Figure? {
    let ballots = staffBallots[unit.id] ?? []
    return blend(plan.rows(of: .ballotKinds, for: Component.staff.rawValue)) { kind in
      let rows = ballots.filter { kind == nil || $0.kind == kind }
      guard rows.contains(where: { $0.counted > 0 }) else { return nil }
      var products = [Figure]()
      var counts = [Figure]()
      for row in rows {
        let votes = [("优秀", row.excellent), ("良好", row.good), ("一般", row.fair), ("较差", row.poor)]
        for (name, count) in votes {
          guard let points = plan.figure(.staffScale, name) else { return nil }
          let votes = Figure(count, at: row.row.cell(name))
          products.append(votes * points)
          counts.append(votes)
        }
      }
      return Figure.sum(products) / Figure.sum(counts)
    }
  }

  /// Σ share × score ÷ 100 over the plan's shares; without shares, the score of all.
  private func blend(_ shares: [PlanRow], _ score: (String?) -> Figure?) -> Figure? {
    guard !shares.isEmpty else { return score(nil) }
    var terms = [Figure]()
    for share in shares {
      guard let weight = share.figure else { return nil }
      guard weight.value > 0 else { continue }
      guard let figure = score(share.name) else { return nil }
      terms.append(weight * figure.named(.ballots(share.name)))
    }
    return terms.isEmpty ? nil : Figure.sum(terms) / .constant(100)
  }
}

extension PlanRow {
  /// The row's number with its cell.
  public var figure: Figure? { number.map { Figure($0, at: valueCell) } }

  /// The cell of its 「数值」.
  public var valueCell: CellAddress { row.cell("数值") }
}

extension Plan {
  /// The number of the row that decides, with its cell.
  public func figure(_ item: PlanItem, _ name: String, for scope: String? = nil) -> Figure? {
    self.row(item, name, for: scope)?.figure
  }
}
