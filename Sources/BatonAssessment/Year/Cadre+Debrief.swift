// Who debriefs.

extension Cadre {
  /// Whether a cadre must debrief: of section level, unless gone, retired, or not assessed this year.
  public func mustDebrief(under plan: Plan) -> Bool {
    guard isOfSectionLevel, status != .transferred, status != .retired, grade != .notAssessed else {
      return false
    }
    return plan.allowedGrades(for: status, identity) != [.notAssessed]
  }
}
