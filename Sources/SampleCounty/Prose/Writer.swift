// Writes the county's prose: expands the grammar for a unit and an item, and never says the same thing twice.

struct Writer {
  /// Whom and what is written about.
  struct Situation {
    var unit: Int
    var item: WorkItem?
    /// Names for slots that only this text has: 「{人}」.
    var names: [String: String] = [:]
    /// Picks the same alternative of the item's problems and of its remedies, so that they answer each other.
    var pairing: Int?
  }

  let trades: [Trade]
  private let units: [Unit]
  private let villages: [[String]]
  private let countyName: String
  private let year: Int
  private let townships: [String]
  private var random: SplitMix
  private var written: Set<String> = []
  /// Where each list of alternatives was left off, so that neighbours differ.
  private var cursors: [String: Int] = [:]

  init(plan: SampleCounty, units: [Unit], villages: [[String]], trades: [Trade]) {
    self.units = units
    self.villages = villages
    self.trades = trades
    countyName = plan.countyName
    year = plan.year
    townships = units.filter(\.isTownship).map(\.shortName)
    random = SplitMix(seed: plan.seed, stream: "文字")
  }

  /// A text by this rule, no sentence of which stands anywhere else in the county once masked.
  mutating func write(_ rule: String, _ situation: Situation) -> String {
    var attempts = 0
    while true {
      var phrase = Phrase()
      expand(rule, situation, into: &phrase)
      let sentences = phrase.sentences
      attempts += 1
      precondition(attempts < 400, "the rule 「\(rule)」 has nothing new to say: \(phrase.text)")
      guard sentences.allSatisfy({ !written.contains($0) }) else { continue }
      written.formUnion(sentences)
      return phrase.text
    }
  }

  /// A short text that may recur: a name, a heading, a remark in a table.
  mutating func note(_ rule: String, _ situation: Situation) -> String {
    var phrase = Phrase()
    expand(rule, situation, into: &phrase)
    return phrase.text
  }

  private mutating func expand(_ rule: String, _ situation: Situation, into phrase: inout Phrase) {
    let template: Template
    if let item = situation.item, let alternatives = item.alternatives(of: rule) {
      if let pairing = situation.pairing, rule == "问题" || rule == "整改" {
        template = alternatives[pairing % alternatives.count]
      } else {
        template = next(of: alternatives, key: rule + item.name, unit: situation.unit)
      }
    } else {
      template = pick(from: Grammar.county.alternatives(of: rule), rule, avoiding: &phrase)
    }
    for piece in template.pieces {
      switch piece {
      case .literal(let text): phrase.append(literal: text)
      case .number(let lowest, let highest, let places):
        let value = random.int(lowest...highest)
        phrase.append(masked: places == 0 ? "\(value)" : "\(value / 10).\(value % 10)")
      case .name(let name):
        if let value = slot(name, situation) {
          phrase.append(masked: value)
        } else if name == "事项", let item = situation.item {
          phrase.append(literal: item.name)
        } else {
          expand(name, situation, into: &phrase)
        }
      }
    }
  }

  /// One of a rule's alternatives, not one this text has already, as long as there are others.
  private mutating func pick(
    from alternatives: [Template], _ rule: String, avoiding phrase: inout Phrase
  ) -> Template {
    let used = phrase.used[rule, default: []]
    var index = random.below(alternatives.count)
    if used.count < alternatives.count {
      while used.contains(index) { index = random.below(alternatives.count) }
    }
    phrase.used[rule, default: []].insert(index)
    return alternatives[index]
  }

  private mutating func slot(_ name: String, _ situation: Situation) -> String? {
    switch name {
    case "村": random.pick(villages[situation.unit])
    // A township goes to its own villages, not to other townships.
    case "镇":
      units[situation.unit].isTownship ? random.pick(villages[situation.unit]) : random.pick(townships)
    case "股室": units[situation.unit].section
    case "党组": units[situation.unit].partyGroup
    case "县": countyName
    case "年": "\(year)"
    case "上年": "\(year - 1)"
    case "明年": "\(year + 1)"
    case "本单位": units[situation.unit].shortName
    case "我单位": units[situation.unit].pronoun
    default: situation.names[name]
    }
  }

  /// The alternatives of an item go round, each unit beginning where it happens to.
  private mutating func next(of alternatives: [Template], key: String, unit: Int) -> Template {
    let place = "\(unit) \(key)"
    let index = cursors[place] ?? random.below(alternatives.count)
    cursors[place] = index + 1
    return alternatives[index % alternatives.count]
  }
}

extension WorkItem {
  fileprivate func alternatives(of rule: String) -> [Template]? {
    switch rule {
    case "做法": actions
    case "成效": results
    case "问题": problems
    case "整改": remedies
    default: nil
    }
  }
}
