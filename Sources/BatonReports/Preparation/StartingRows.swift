// What an empty workbook is not empty of: the items of the year and of the plan, their values left to be filled in.

internal import BatonAssessment
internal import BatonOffice

/// The rows that a table starts with.
enum StartingRows {
  static func rows(of table: Table, year: Int?) -> [[WorkbookDraft.Value]] {
    switch table {
    case .year: facts(year)
    case .plan: plan
    default: []
    }
  }

  private static func facts(_ year: Int?) -> [[WorkbookDraft.Value]] {
    YearFact.Item.required.map { item in
      let content: String? =
        switch (item, year) {
        case (.year, let year?): "\(year)"
        case (.periodStart, let year?): "\(year)-01-01"
        case (.periodEnd, let year?): "\(year)-12-31"
        default: nil
        }
      return [.text(item.rawValue), content.map { .text($0) } ?? .blank]
    }
  }

  /// Every row that a plan must have, for the categories that most counties have; what the plan names itself is
  /// one row without a name.
  private static let plan: [[WorkbookDraft.Value]] = {
    let slots = PlanSlots(plan: Plan([]), categories: ["县直单位", "乡镇"], series: []).all
    return slots.filter(\.isRequired).flatMap { slot -> [[WorkbookDraft.Value]] in
      let specific = slot.scopes.compactMap(\.self)
      // A common row may stand for all scopes, if any.
      let scopes: [String?] =
        slot.scopes.contains(nil) && specific.count != 1 ? [nil] : specific.map { Optional($0) }
      return scopes.map { scope in
        [.text(slot.item.rawValue), scope.map { .text($0) } ?? .blank, slot.name.map { .text($0) } ?? .blank]
      }
    }
  }()
}
