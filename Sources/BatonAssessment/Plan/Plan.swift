// The year's plan: every weight, quota and rounding rule. Nothing of it is written into the program.

/// The assessment plan (「方案」): its rows, and how they are looked up.
public struct Plan: Sendable, Hashable {
  /// In the order of the table.
  public let rows: [PlanRow]
  private let positions: [Key: Int]
  private let byItem: [PlanItem: [PlanRow]]

  private struct Key: Sendable, Hashable {
    let item: PlanItem
    let scope: String?
    let name: String
  }

  public init(_ rows: [PlanRow]) {
    self.rows = rows
    let keys = rows.enumerated().map { (Key(item: $1.item, scope: $1.scope, name: $1.name), $0) }
    positions = Dictionary(keys) { first, _ in first }
    byItem = Dictionary(grouping: rows, by: \.item)
  }

  /// The rows of an item, in the order of the table.
  public func rows(of item: PlanItem) -> [PlanRow] { byItem[item] ?? [] }

  /// The rows of an item for a scope, in the order of the table.
  public func rows(of item: PlanItem, for scope: String?) -> [PlanRow] {
    rows(of: item).filter { $0.scope == scope }
  }

  /// The row that decides: that of the scope, else the common one.
  public func row(_ item: PlanItem, _ name: String, for scope: String? = nil) -> PlanRow? {
    let position =
      positions[Key(item: item, scope: scope, name: name)]
      ?? positions[Key(item: item, scope: nil, name: name)]
    return position.map { rows[$0] }
  }

  /// Whether a scope has a row of its own.
  public func hasRow(_ item: PlanItem, _ name: String, for scope: String?) -> Bool {
    positions[Key(item: item, scope: scope, name: name)] != nil
  }

  /// Whether a scope has any row of an item.
  public func hasRow(_ item: PlanItem, for scope: String?) -> Bool {
    rows(of: item).contains { $0.scope == scope }
  }

  /// The number that a row gives.
  public func number(_ item: PlanItem, _ name: String, for scope: String? = nil) -> ExactDecimal? {
    row(item, name, for: scope)?.number
  }

  /// Units and groups that the plan declares a rule for: the closed list of categories.
  public var categories: [String] {
    rows(of: .unitCounts).compactMap { $0.name == "单位数" ? $0.scope : nil }
  }

  /// The names of an item's rows, each once, in the order of the table.
  public func names(of item: PlanItem) -> [String] { rows(of: item).grouped(by: \.name).map(\.key) }
}
