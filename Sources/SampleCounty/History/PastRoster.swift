// The units and people of a year gone by, from those of the newest.

/// Whom a past year knew. Every number is the one that later years use too.
struct PastRoster {
  private(set) var units: [Unit] = []
  private(set) var cadres: [Cadre] = []
  /// Where the people of each of the newest year's units were then.
  private var places: [Int] = []
  private let plan: SampleCounty

  init(_ plan: SampleCounty, from newest: County, names: inout Names) {
    self.plan = plan
    placeUnits(newest)
    placeCadres(newest)
    addMergedAway(&names)
  }

  private mutating func placeUnits(_ newest: County) {
    let changes = UnitChange.after(plan)
    for unit in newest.units {
      let own = changes.filter { $0.key == unit.office.key }
      switch own.first?.kind {
      case nil: append(unit)
      case .renamed?, .merged?:
        append(unit.formerly(own[0]))
        // What was merged stands beside.
        for change in own.dropFirst() { units.append(unit.formerly(change)) }
      case .split?:
        if let whole = units.firstIndex(where: { $0.id == own[0].formerID }) {
          places.append(whole)
        } else {
          // It did all the work, and was known for that of the first.
          let first = changes.first { $0.formerID == own[0].formerID }?.key
          append(unit.formerly(own[0], as: newest.units.first { $0.office.key == first }?.office))
        }
      case .founded?:
        places.append(units.firstIndex { $0.office.key == "政府办" } ?? 0)
      }
    }
    for index in units.indices { units[index].order = index + 1 }
  }

  private mutating func append(_ unit: Unit) {
    places.append(units.count)
    units.append(unit)
  }

  private mutating func placeCadres(_ newest: County) {
    let founded = Set(UnitChange.after(plan).filter { $0.kind == .founded }.map(\.key))
    for (index, known) in newest.cadres.enumerated() {
      var cadre = known
      let office = newest.units[known.unit].office
      cadre.unit = places[known.unit]
      cadre.status = .onPost
      cadre.statusBasis = nil
      cadre.monthsOnPost = 12
      cadre.secondUnit = known.secondUnit.map { places[$0] }
      cadre.formerUnit = nil
      cadre.meritYear = nil
      if founded.contains(office.key) {
        // Who leads a unit newly founded was somebody else's staff before.
        (cadre.rank, cadre.post) = (.other, "干部")
        (cadre.isTeamMember, cadre.isPrincipal) = (false, false)
      } else if office.key == "水利局", units[cadre.unit].id == "F906", known.isPrincipal {
        (cadre.post, cadre.isPrincipal, cadre.rank) = ("党组副书记、副局长", false, .sectionDeputy)
      }
      cadre.remember(index, newest.cadres, plan)
      cadres.append(cadre)
    }
  }

  /// Units that were merged since had people of their own, who have retired.
  private mutating func addMergedAway(_ names: inout Names) {
    let placed = Set(places)
    var random = SplitMix(seed: plan.seed, stream: "并入单位干部")
    var number = 0
    for index in units.indices where !placed.contains(index) {
      for post in Posts.posts(of: units[index]) {
        number += 1
        let isWoman = random.chance(24)
        var cadre = Cadre(
          id: "P9" + threeDigits(number), unit: index, name: names.person(isWoman: isWoman),
          isWoman: isWoman, party: "中共党员", post: post.title, rank: post.rank,
          isTeamMember: post.isTeamMember, isPrincipal: post.isPrincipal, staff: units[index].office.staff)
        cadre.grade = cadre.staffGrade("称职")
        cadre.lastGrade = cadre.grade
        cadre.gradeBefore = cadre.grade
        cadres.append(cadre)
      }
    }
  }
}

extension Unit {
  /// The unit as it was before a change.
  fileprivate func formerly(_ change: UnitChange, as former: Office? = nil) -> Unit {
    Unit(
      id: change.formerID, office: former ?? office, fullName: change.formerName,
      shortName: change.formerName,
      order: order, category: category, series: series, group: group, isReferenced: isReferenced)
  }
}

extension Cadre {
  /// Takes the grades of a past year and of the two before it.
  fileprivate mutating func remember(_ index: Int, _ newest: [Cadre], _ plan: SampleCounty) {
    let history = GradeHistory(of: newest[index], plan)
    let ago = plan.yearsAgo
    (grade, lastGrade, gradeBefore) = (history[ago], history[ago + 1], history[ago + 2])
    if name == "冯知秋", ago == 0 { meritYear = plan.year - 1 }
  }
}

/// The grades of one person, year by year back from the newest.
private struct GradeHistory {
  private var grades: [String]

  init(of newest: Cadre, _ plan: SampleCounty) {
    grades = [newest.grade, newest.lastGrade, newest.gradeBefore]
    let ordinary = newest.staffGrade("称职")
    for ago in 3...(plan.yearsAgo + 3) {
      // Nobody earns the merit of three years twice; one has it from the year before the newest.
      let isThird = grades[ago - 1] == "优秀" && grades[ago - 2] == "优秀"
      var random = SplitMix(seed: plan.seed, stream: "往年等次\(ago)\(newest.id)")
      let excels = newest.name == "冯知秋" ? ago == 3 : !isThird && random.chance(15)
      grades.append(excels ? "优秀" : ordinary)
    }
  }

  subscript(ago: Int) -> String { grades[ago] }
}
