// Whom the calculation of bonuses lists, and what it says of each.

import BatonAssessment

extension BonusTable {
  init(in snapshot: YearSnapshot) {
    let (year, facts) = (snapshot.year, snapshot.year.facts)
    let bonuses = snapshot.outcome.results.bonuses
    let lines = Dictionary(grouping: bonuses?.lines ?? [], by: \.unitID)
    let pending = Set(bonuses?.toConfirm ?? [])
    let total = bonuses?.total?.value
    let budget = bonuses?.budget?.value

    self.init(
      title: "\(facts.county)\(facts.year)年度考核奖测算表", host: facts.host, date: facts.writtenOn,
      ruleName: facts[.bonusRuleName], ruleNumber: facts[.bonusRuleNumber],
      isOfRosterOnly: year.isOfRosterOnly,
      units: year.units.compactMap { unit in
        lines[unit.id].map { lines in
          UnitSheet(
            name: unit.name,
            grade: unit.takesPart ? snapshot.outcome[unit.id]?.grade : unit.participation.rawValue,
            lines: lines.compactMap { line in
              year.cadre(line.cadreID).map { Line(line, of: $0, pending.contains($0.id), in: snapshot) }
            }, subtotal: bonuses?.subtotals[unit.id].map { snapshot.shownMoney($0.value) })
        }
      },
      personCount: bonuses?.lines.count ?? 0, total: total.map(snapshot.shownMoney),
      budget: budget.map(snapshot.shownMoney),
      balance: total.flatMap { total in budget.map { snapshot.shownMoney($0 - total) } },
      toConfirm: (bonuses?.toConfirm ?? []).compactMap(year.cadre).map { cadre in
        Person(unitName: year.unit(cadre.unitID)?.name ?? cadre.unitID, name: cadre.name)
      })
  }
}

extension BonusTable.Line {
  fileprivate init(_ line: BonusLine, of cadre: Cadre, _ needsConfirmation: Bool, in snapshot: YearSnapshot) {
    self.init(
      name: cadre.name, grade: cadre.grade?.rawValue, isCommitted: snapshot.year.isCommitted(cadre),
      base: line.base.map { snapshot.shownMoney($0.value) },
      unitCoefficient: line.unitCoefficient.flatMap { Figure(terminating: $0.value) },
      personalCoefficient: line.personalCoefficient.flatMap { Figure(terminating: $0.value) },
      addition: line.addition.map { snapshot.shownMoney($0.value) }, months: line.months,
      due: line.due.map { snapshot.shownMoney($0.value) }, needsConfirmation: needsConfirmation)
  }
}

extension AssessmentYear {
  /// Whether the roster holds only a part of the county's staff (方案「口径·名册范围」).
  var isOfRosterOnly: Bool { plan.row(.conventions, "名册范围")?.value == "部分" }

  /// Whether a cadre is on the ledger of commitment.
  func isCommitted(_ cadre: Cadre) -> Bool {
    commitments.contains { $0.cadreID == cadre.id && $0.movement != .left }
  }
}
