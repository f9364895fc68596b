// What a unit's work consists of: the matters it reports on, each with its measures, results and problems.

/// A matter of a unit's work.
struct WorkItem {
  /// The figure it is judged by.
  struct Measure {
    let name: String
    let unit: String
    let lowest: Int
    let highest: Int
    let smallerIsBetter: Bool
  }

  let name: String
  let measure: Measure
  /// Clauses of the grammar: what was done, what came of it, what is wrong, what will be done about it.
  let actions: [Template]
  let results: [Template]
  let problems: [Template]
  let remedies: [Template]
}

struct Trade {
  let items: [WorkItem]

  /// The trade of a unit's office.
  static func of(_ unit: Unit) -> Trade {
    if unit.isTownship { return townships }
    guard let trade = offices[unit.office.key] else { preconditionFailure("no trade for \(unit.office.key)") }
    return trade
  }

  private static let townships: Trade = {
    let trades = parsed(townshipText)
    guard let trade = trades["乡镇"] else { preconditionFailure("the lexicon has no townships") }
    return trade
  }()

  private static let offices: [String: Trade] = {
    var all: [String: Trade] = [:]
    for text in [partyText, peopleText, governmentText, livelihoodText, economyText, serviceText, directText]
    {
      all.merge(parsed(text)) { _, _ in preconditionFailure("a trade is given twice") }
    }
    return all
  }()

  /// 「@key」 opens a trade; each line below it is an item:
  /// name | measure/unit/lowest-highest[/小] | actions | results | problems | remedies, alternatives parted by 「;」.
  private static func parsed(_ text: String) -> [String: Trade] {
    var trades: [String: Trade] = [:]
    var key = ""
    var items: [WorkItem] = []
    for line in (text + "\n@").split(separator: "\n") {
      guard line.hasPrefix("@") else {
        items.append(WorkItem(line: line))
        continue
      }
      if !items.isEmpty { trades[key] = Trade(items: items) }
      key = String(line.dropFirst())
      items = []
    }
    return trades
  }
}

extension WorkItem {
  fileprivate init(line: Substring) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 6, let measure = Measure(text: fields[1]) else {
      preconditionFailure("the lexicon has a bad line: \(line)")
    }
    let alternatives = { (field: Substring) in field.split(separator: ";").map(Template.init(parsing:)) }
    name = String(fields[0])
    self.measure = measure
    actions = alternatives(fields[2])
    results = alternatives(fields[3])
    problems = alternatives(fields[4])
    remedies = alternatives(fields[5])
    precondition(
      actions.count > 1 && !results.isEmpty && !problems.isEmpty && !remedies.isEmpty, "thin: \(line)")
  }
}

extension WorkItem.Measure {
  fileprivate init?(text: Substring) {
    let parts = text.split(separator: "/")
    guard parts.count == 3 || parts.count == 4 else { return nil }
    let bounds = parts[2].split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, 0 < bounds[0], bounds[0] <= bounds[1] else { return nil }
    self.init(
      name: String(parts[0]), unit: String(parts[1]), lowest: bounds[0], highest: bounds[1],
      smallerIsBetter: parts.count == 4)
  }
}
