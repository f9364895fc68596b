// The edge cases among the standings: each set after the draw, where the county has the units for it.

extension [Standing] {
  /// A first-ranked unit with a red line: 县公安局 leads its series by far, and yet can't be 优秀.
  mutating func settleRedLineLeader(units: [Unit]) {
    guard let unit = units.firstIndex(where: { $0.office.key == "公安局" }) else { return }
    self[unit].objective = 9850
    self[unit].everyday = 9750
    raise(unit, leaders: 9700, peers: 9550)
    self[unit].ballots = StaffBallots(issued: 60, marks: [56, 2, 0, 0], abstained: 1, spoiled: 0)
    self[unit].depth = 0
    self[unit].isSettled = true
  }

  /// A tie on the quota line: in one series the last within the quota and the first without are equal in
  /// everything. The series is the smallest with a quota of two, else the smallest with one; the red line's
  /// leader is in another, as leaving it out would move the line.
  mutating func settleTie(units: [Unit], seriesCount: Int) {
    let series = (0..<(seriesCount - 1)).map { series in units.indices.filter { units[$0].series == series } }
      .filter { $0.allSatisfy { units[$0].office.key != "公安局" } }
      .sorted { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
    let quota = { (members: [Int]) in members.count { !units[$0].isReferenced } * 30 / 100 }
    guard let members = series.first(where: { quota($0) >= 2 }) ?? series.first(where: { quota($0) >= 1 })
    else { return }
    let ranked = members.filter { !units[$0].isReferenced }.sorted { self[$0].depth < self[$1].depth }
    let (first, second) = (ranked[quota(members) - 1], ranked[quota(members)])
    for unit in members { self[unit].isSettled = true }
    self[first].isExact = true
    self[first].objective = Swift.max(self[first].objective, 9500)
    self[first].everyday = Swift.max(self[first].everyday, 9350)
    equate(second, with: first, units: units)
  }

  /// Gives a unit all another's marks: each rates the other alike, and everybody else rates both alike.
  private mutating func equate(_ unit: Int, with model: Int, units: [Unit]) {
    guard let from = rank(of: unit, besides: model, units: units),
      let to = rank(of: model, besides: unit, units: units)
    else { return }
    let depth = self[unit].depth
    self[unit] = self[model]
    self[unit].depth = depth
    self[unit].peers.insert(self[unit].peers.remove(at: from), at: to)
  }

  /// A total that ends in `.xx5`: 0.45 × 93.3 + 0.2 × 91 + 0.2 × 90 + 0.05 × 88 + 0.1 × 92.5 = 91.835.
  mutating func settleRoundingEdge(units: [Unit]) {
    guard let unit = units.firstIndex(where: { $0.office.key == "财政局" }), !self[unit].isSettled else {
      return
    }
    self[unit].objective = 9330
    self[unit].everyday = 9100
    self[unit].isExact = true
    self[unit].isSettled = true
    raise(unit, leaders: 9000, peers: 8800)
    self[unit].ballots = StaffBallots(issued: 58, marks: [27, 27, 0, 0], abstained: 1, spoiled: 1)
  }

  /// A unit of which only three ballots score.
  mutating func settleSmallest(units: [Unit]) {
    guard let unit = units.firstIndex(where: { $0.office.key == "红十字会" }) else { return }
    self[unit].ballots = StaffBallots(issued: 5, marks: [2, 1, 0, 0], abstained: 1, spoiled: 0)
  }

  /// The last of the two largest series fall well behind.
  mutating func settleWorst(units: [Unit]) {
    for category in ["县直单位", "乡镇"] {
      guard
        let unit = units.indices.last(where: {
          units[$0].category == category && self[$0].depth == 1 && !self[$0].isSettled
        })
      else { continue }
      self[unit].objective = 8120
      self[unit].everyday = 7900
      raise(unit, leaders: 7850, peers: 8000)
    }
  }

  /// Moves all leaders' and peers' marks so that their trimmed means are these.
  private mutating func raise(_ unit: Int, leaders: Int, peers: Int) {
    self[unit].leaders = Self.spread(around: leaders, count: self[unit].leaders.count)
    self[unit].peers = Self.spread(around: peers, count: self[unit].peers.count)
  }

  private static func spread(around middle: Int, count: Int) -> [Int] {
    let reach = Swift.max(1, Swift.min(6, (10_000 - middle) / 50))
    return (0..<count).map { place in
      if count % 2 == 1 && place == count - 1 { return middle }
      let offset = (place / 2 % reach + 1) * 50
      return place % 2 == 0 ? middle + offset : middle - offset
    }
  }

  /// The place of one unit among the raters of another: all others of its category, in order.
  private func rank(of rater: Int, besides rated: Int, units: [Unit]) -> Int? {
    units.indices.filter { $0 != rated && units[$0].category == units[rated].category }.firstIndex(of: rater)
  }
}
