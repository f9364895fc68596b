// The rules all prose is composed by: a name, and the clauses any of which may stand for it.

struct Grammar {
  private let rules: [String: [Template]]

  /// 「# name」 opens a rule; each line below it is an alternative. A line may hold several, parted by 「|」.
  init(parsing texts: [String]) {
    var rules: [String: [Template]] = [:]
    for text in texts {
      var name = ""
      for line in text.split(separator: "\n") {
        if line.hasPrefix("# ") {
          name = String(line.dropFirst(2))
          precondition(rules[name] == nil, "the rule 「\(name)」 is opened twice")
        } else {
          rules[name, default: []] += line.split(separator: "|").map(Template.init(parsing:))
        }
      }
    }
    self.rules = rules
  }

  func alternatives(of name: String) -> [Template] {
    guard let alternatives = rules[name] else { preconditionFailure("the grammar has no rule 「\(name)」") }
    return alternatives
  }

  static let county = Grammar(parsing: [frameText, measureText, selfText, talkText, materialText])
}
