// The years before: the same county, with the units, people and plan that it had then.

extension SampleCounty {
  /// This year and those before it, oldest first, as one history: people keep their numbers and the grades that later
  /// years remember, units are renamed, merged, split and founded, and the plan is another one at first.
  public func years(_ count: Int) -> [SampleCounty] {
    precondition(count >= 1, "a history has a year at least")
    return (0..<count).reversed().map { yearsAgo in
      var county = self
      county.newestYear = year
      county.year = year - yearsAgo
      return county
    }
  }

  /// How many years before the newest this one lies.
  var yearsAgo: Int { max(0, (newestYear ?? year) - year) }

  /// The same county in its newest year, which is what the past is derived from.
  var newest: SampleCounty {
    var county = self
    county.year = newestYear ?? year
    county.newestYear = nil
    return county
  }

  /// The year after this one.
  var next: SampleCounty {
    var county = self
    county.year += 1
    return county
  }

  /// What the year's own chance comes from; the newest year has the county's seed itself.
  var ownSeed: UInt64 { seed &+ UInt64(yearsAgo) &* 0x9e37_79b9 }

  /// Whether the plan of the early years is in force, with other weights and other names of grades.
  var hasEarlyPlan: Bool { yearsAgo >= 3 }

  /// The grades of units, best first.
  var gradeNames: [String] { hasEarlyPlan ? ["一等", "二等", "三等", "四等"] : ["优秀", "良好", "一般", "较差"] }
}
