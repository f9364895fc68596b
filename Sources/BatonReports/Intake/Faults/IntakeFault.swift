// A fault of the data: where, what was found, what is expected, how to mend it, and what it blocks.

public import BatonAssessment
public import BatonDiagnostics

/// A fault, at a cell that the user can edit.
public struct IntakeFault: Sendable, Hashable {
  /// Whose data it concerns; both are `nil` if that can't be told or it is the whole county's.
  public struct Subject: Sendable, Hashable {
    public var unitID: String?
    public var cadreID: String?

    public init(unitID: String? = nil, cadreID: String? = nil) {
      self.unitID = unitID
      self.cadreID = cadreID
    }
  }

  public let severity: Diagnostic.Severity
  public let code: FaultCode
  public let cell: CellAddress
  /// All cells that take part, ``cell`` first.
  public let cells: [CellAddress]
  /// A Chinese clause: what is there.
  public let found: String
  /// A Chinese clause: what should be there.
  public let expected: String
  /// How to mend it.
  public let fix: String
  /// The documents that can't be made.
  public let blocks: [DocumentName]
  public let subject: Subject
  /// The tables whose data it concerns, which may not be the one that ``cell`` is in.
  public let tables: [Table]
  /// What of the plan it concerns, if that can be told.
  public let decision: PlanDecision?

  public init(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at cell: CellAddress,
    with others: [CellAddress] = [], found: String, expected: String, fix: String,
    blocks: [DocumentName], subject: Subject = Subject(), about tables: [Table]? = nil,
    decision: PlanDecision? = nil
  ) {
    self.severity = severity
    self.code = code
    self.cell = cell
    cells = [cell] + others
    self.found = found
    self.expected = expected
    self.fix = fix
    self.blocks = blocks
    self.subject = subject
    self.tables = tables ?? [Table(rawValue: cell.sheet)].compactMap(\.self)
    self.decision = decision
  }
}

extension IntakeFault {
  /// The same fault, of somebody else's data.
  func concerning(_ subject: Subject) -> IntakeFault {
    IntakeFault(
      code, severity, at: cell, with: Array(cells.dropFirst()), found: found, expected: expected, fix: fix,
      blocks: blocks, subject: subject, about: tables, decision: decision)
  }

  /// The fault as people read it.
  public var diagnostic: Diagnostic {
    let place = cell.sheet.isEmpty ? .file(cell.file) : cell.place
    return Diagnostic(code.rawValue, severity, "\(found)，\(expected)", at: place, help: fix)
  }

  /// Whether it keeps one document from being made.
  ///
  /// A fault of one unit or cadre spares the others' documents; a document of the whole county is blocked
  /// by anybody's.
  public func blocks(_ document: DocumentName, unitID: String? = nil, cadreID: String? = nil) -> Bool {
    func concerns(_ id: String?, _ subject: String?) -> Bool { id == nil || subject == nil || id == subject }
    return blocks.contains(document) && concerns(unitID, subject.unitID) && concerns(cadreID, subject.cadreID)
  }
}

extension IntakeFault: Encodable {
  private enum CodingKeys: String, CodingKey {
    case severity, code, sheet, cell, cells, found, expected, fix, blocks
  }

  /// An item of `check --json`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(severity.rawValue, forKey: .severity)
    try container.encode(code.rawValue, forKey: .code)
    try container.encode(cell.sheet, forKey: .sheet)
    try container.encode(cell.reference, forKey: .cell)
    try container.encode(cells.map(\.reference), forKey: .cells)
    try container.encode(found, forKey: .found)
    try container.encode(expected, forKey: .expected)
    try container.encode(fix, forKey: .fix)
    try container.encode(blocks.map(\.rawValue), forKey: .blocks)
  }
}
