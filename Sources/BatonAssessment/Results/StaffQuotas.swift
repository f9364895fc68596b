// 评优名额: summed over the units of a group, made whole once.

/// Computes the quotas of excellent staff.
struct StaffQuotas {
  private let year: AssessmentYear
  private let grades: [String: UnitGrade]
  private let gaps: Gaps
  private let roster: [String: [Cadre]]
  private let countsRoster: Bool
  private let hangsOnTeam: Bool
  private let rounding: QuotaRounding

  init(_ year: AssessmentYear, _ grades: [String: UnitGrade], _ gaps: Gaps) {
    self.year = year
    self.grades = grades
    self.gaps = gaps
    roster = Dictionary(grouping: year.cadres, by: \.unitID)
    countsRoster = year.plan.convention("名册范围") == "全员"
    hangsOnTeam = year.plan.convention("评优挂钩") == "班子等次"
    rounding = year.plan.convention("评优名额取整").flatMap(QuotaRounding.init(rawValue:)) ?? .down
  }

  /// By class, then by group in the order in which units first name it.
  var all: [StaffQuota] { StaffClass.allCases.flatMap(quotas) }

  private func quotas(of staffClass: StaffClass) -> [StaffQuota] {
    if let share = year.plan.row(.excellentStaffShare, staffClass.rawValue, for: Self.county),
      share.scope == Self.county
    {
      return [quota(of: staffClass, Self.county, year.units) { _ in share.figure }]
    }
    return year.units.grouped { $0.quotaGroup ?? $0.id }.map { group, units in
      quota(of: staffClass, group, units) { unit in
        gradeName(of: unit).flatMap {
          year.plan.figure(.excellentStaffShare, staffClass.rawValue, for: $0)
        }
      }
    }
  }

  private static let county = "全县"

  private func quota(
    of staffClass: StaffClass, _ group: String, _ units: [Unit], share: (Unit) -> Figure?
  ) -> StaffQuota {
    let bases = units.map { base(of: staffClass, in: $0) }
    let known = bases.compactMap(\.self)
    let products = zip(units, bases).compactMap { unit, base in
      base.flatMap { base in share(unit).map { (base * $0).named(.unit(unit.id)) } }
    }
    let exact = products.count == units.count ? Figure.sum(products) / .constant(100) : nil
    let isRosterKnown =
      !gaps.coverAll(.cadres) && !units.contains { gaps.cover(.cadres, of: $0.id) }
    let excellent = units.flatMap { roster[$0.id] ?? [] }.filter {
      StaffClass($0) == staffClass && $0.grade == .excellent
    }
    return StaffQuota(
      staffClass: staffClass, group: group, unitIDs: units.map(\.id),
      base: known.count == units.count ? Figure.sum(known) : nil, exact: exact,
      quota: exact.flatMap { rounding.whole($0.value) },
      excellentIDs: isRosterKnown ? excellent.map(\.id) : nil)
  }

  private func base(of staffClass: StaffClass, in unit: Unit) -> Figure? {
    guard !gaps.cover(.staffQuotas, of: unit.id) else { return nil }
    guard countsRoster else {
      return staffClass.count(in: unit).map { Figure($0, at: unit.row.cell(staffClass.heading)) }
    }
    guard !gaps.coverAll(.cadres), !gaps.cover(.cadres, of: unit.id) else { return nil }
    let counted = (roster[unit.id] ?? []).filter { cadre in
      StaffClass(cadre) == staffClass
        && year.plan.staffRule("计入基数", for: cadre.status, cadre.identity)?.value == "是"
    }
    return Figure(counting: counted.map { $0.row.cell("状态") })
  }

  /// The grade that a unit's shares go by; those that aren't assessed have a row of their own.
  private func gradeName(of unit: Unit) -> String? {
    guard unit.takesPart else { return Unit.Participation.exempt.rawValue }
    return hangsOnTeam ? unit.teamGrade : grades[unit.id]?.name
  }
}
