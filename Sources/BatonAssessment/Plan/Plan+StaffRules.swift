// 「人员规则」: what a person's status allows.

extension Plan {
  /// The row of a rule for a status, that of the person's identity before the status's own, and that before
  /// the common one.
  ///
  /// - Returns: `nil` if the plan has no such rule.
  public func staffRule(_ name: String, for status: Cadre.Status, _ identity: Cadre.Identity) -> PlanRow? {
    rows(of: .staffRules, for: "\(status.rawValue)·\(identity.rawValue)").first { $0.name == name }
      ?? row(.staffRules, name, for: status.rawValue)
  }

  /// The grades that a status allows; `nil` if the plan has no such rule.
  public func allowedGrades(for status: Cadre.Status, _ identity: Cadre.Identity) -> [PersonalGrade]? {
    staffRule("允许等次", for: status, identity).map { row in
      row.value.split(separator: "、").compactMap { PersonalGrade(rawValue: String($0)) }
    }
  }
}
