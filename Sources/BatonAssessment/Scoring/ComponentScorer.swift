// The five components of a unit's score, each out of 100, each from its own table.

/// Computes components from a year's data.
struct ComponentScorer {
  private let plan: Plan
  private let year: AssessmentYear
  private let completions: [String: [Completion]]
  private let routineScores: [String: [RoutineScore]]
  private let leaderBallots: [String: [LeaderBallot]]
  private let peerScores: [String: [PeerScore]]
  private let staffBallots: [String: [StaffBallot]]

  init(_ year: AssessmentYear) {
    self.year = year
    plan = year.plan
    completions = Dictionary(grouping: year.completions, by: \.unitID)
    routineScores = Dictionary(grouping: year.routineScores, by: \.unitID)
    leaderBallots = Dictionary(grouping: year.leaderBallots, by: \.unitID)
    peerScores = Dictionary(grouping: year.peerScores, by: \.unitID)
    staffBallots = Dictionary(grouping: year.staffBallots, by: \.unitID)
  }

  /// A component of a unit; `nil` where there is no data for it.
  func score(_ component: Component, of unit: Unit) -> Figure? {
    switch component {
    case .targets: targets(of: unit)
    case .routine: routine(of: unit)
    case .leaders: leaders(of: unit)
    case .peers: peers(of: unit)
    case .staff: staff(of: unit)
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
    let missingIsZero = plan.row(.conventions, "平时缺期")?.value == "计零分"
    let raters = (routineScores[unit.id] ?? []).grouped(by: \.raterID).compactMap { _, rows -> Figure? in
      let periods = rows.grouped(by: \.period)
      let given = periods.compactMap { period in
        Figure.mean(period.values.map { Figure($0.score, at: $0.row.cell("得分")) })
      }
      let names = Set(periods.map(\.key))
      let missing = plan.names(of: .periods).filter { !names.contains($0) }
      return Figure.mean(given + (missingIsZero ? missing.map { _ in .constant(0) } : []))
    }
    return Figure.mean(raters)
  }

  private func leaders(of unit: Unit) -> Figure? {
    let ballots = leaderBallots[unit.id] ?? []
    let trimming = Trimming(plan, for: .leaders)
    return blend(plan.rows(of: .ballotKinds, for: Component.leaders.rawValue)) { kind in
      let figures = ballots.filter { kind == nil || $0.kind == kind }
        .map { Figure($0.score, at: $0.row.cell("得分")) }
      return trimming.map { $0.mean(figures) } ?? Figure.mean(figures)
    }
  }

  private func peers(of unit: Unit) -> Figure? {
    let scores = peerScores[unit.id] ?? []
    let trimming = Trimming(plan, for: .peers)
    return blend(plan.rows(of: .peerPools, for: unit.category)) { pool in
      let figures = scores.filter { pool == nil || year.unit($0.raterID)?.category == pool }
        .map { Figure($0.score, at: $0.row.cell("得分")) }
      return trimming.map { $0.mean(figures) } ?? Figure.mean(figures)
    }
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
      terms.append(weight * figure)
    }
    return terms.isEmpty ? nil : Figure.sum(terms) / .constant(100)
  }
}

extension PlanRow {
  /// The row's number with its cell.
  var figure: Figure? { number.map { Figure($0, at: row.cell("数值")) } }
}

extension Plan {
  func figure(_ item: PlanItem, _ name: String, for scope: String? = nil) -> Figure? {
    self.row(item, name, for: scope)?.figure
  }
}
