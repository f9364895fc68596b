// A column as the schema declares it, and as code reads it: with the type of its values.

import BatonAssessment

/// What the decoder knows of a column.
struct ColumnSpec: Sendable, Hashable {
  let heading: String
  /// The heading as a number, by which rows find their cells: words are slow to compare.
  let code: UInt64
  let kind: ColumnKind
  var isRequired = false
  /// The table whose key every value must be.
  var references: Table?
  /// Values that refer to nothing and are right all the same.
  var exceptions: [String] = []

  init(heading: String, kind: ColumnKind, references: Table? = nil, exceptions: [String] = []) {
    self.heading = heading
    self.kind = kind
    self.references = references
    self.exceptions = exceptions
    // FNV-1a, 64 bits.
    code = heading.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// A column whose values are of one Swift type.
struct Column<Value: Sendable>: Sendable {
  private(set) var spec: ColumnSpec
  private let extract: @Sendable (CellValue) -> Value?

  private init(_ spec: ColumnSpec, extract: @escaping @Sendable (CellValue) -> Value?) {
    self.spec = spec
    self.extract = extract
  }

  var heading: String { spec.heading }

  /// The same column, marked * in the workbook.
  var required: Column {
    var copy = self
    copy.spec.isRequired = true
    return copy
  }

  func value(of cell: CellValue) -> Value? { extract(cell) }
}

extension Column where Value == String {
  static func text(_ heading: String) -> Column { of(ColumnSpec(heading: heading, kind: .text)) }

  /// A number of units, persons, rows: compared as text.
  static func identifier(_ heading: String) -> Column { text(heading) }

  static func reference(_ heading: String, to table: Table) -> Column {
    of(ColumnSpec(heading: heading, kind: .text, references: table))
  }

  private static func of(_ spec: ColumnSpec) -> Column {
    Column(spec) { if case .text(let text) = $0 { text } else { nil } }
  }
}

extension Column where Value == [String] {
  static func list(_ heading: String) -> Column { of(ColumnSpec(heading: heading, kind: .list)) }

  static func references(_ heading: String, to table: Table) -> Column {
    of(ColumnSpec(heading: heading, kind: .list, references: table))
  }

  private static func of(_ spec: ColumnSpec) -> Column {
    Column(spec) { if case .list(let list) = $0 { list } else { nil } }
  }
}

extension Column where Value == Int {
  static func integer(_ heading: String, in range: ClosedRange<Int>) -> Column {
    Column(ColumnSpec(heading: heading, kind: .integer(range))) {
      if case .integer(let integer) = $0 { integer } else { nil }
    }
  }
}

extension Column where Value == ExactDecimal {
  static func number(_ heading: String, _ range: ColumnKind.NumberRange) -> Column {
    Column(ColumnSpec(heading: heading, kind: .number(range))) {
      if case .number(let number) = $0 { number } else { nil }
    }
  }
}

extension Column where Value == CalendarDate {
  static func date(_ heading: String) -> Column {
    Column(ColumnSpec(heading: heading, kind: .date)) { if case .date(let date) = $0 { date } else { nil } }
  }
}

extension Column where Value == Bool {
  static func flag(_ heading: String) -> Column {
    Column(ColumnSpec(heading: heading, kind: .flag)) { if case .flag(let flag) = $0 { flag } else { nil } }
  }
}

extension Column where Value: CaseIterable & RawRepresentable<String> {
  static func choice(_ heading: String) -> Column {
    Column(ColumnSpec(heading: heading, kind: .choice(Value.allCases.map(\.rawValue)))) {
      if case .text(let text) = $0 { Value(rawValue: text) } else { nil }
    }
  }
}

extension Column {
  static func choices<Element>(_ heading: String) -> Column
  where Value == [Element], Element: CaseIterable & RawRepresentable<String> {
    Column(ColumnSpec(heading: heading, kind: .choices(Element.allCases.map(\.rawValue)))) {
      if case .list(let list) = $0 { list.compactMap(Element.init(rawValue:)) } else { nil }
    }
  }
}

extension Column where Value == Completion.Value {
  static func outcome(_ heading: String) -> Column {
    Column(ColumnSpec(heading: heading, kind: .outcome)) {
      switch $0 {
      case .number(let number): .number(number)
      case .flag(let isDone): .done(isDone)
      default: nil
      }
    }
  }
}

extension Column where Value == PlanTable.Value {
  static func planValue(_ heading: String) -> Column {
    Column(ColumnSpec(heading: heading, kind: .planValue)) {
      switch $0 {
      case .text(let text): .text(text)
      case .percentage(let fraction): .percentage(fraction)
      default: nil
      }
    }
  }
}

extension Column where Value == TalkEntry.Interviewee {
  /// What stands for somebody of the middle ranks.
  private static var middleRank: String { "中层" }

  static func interviewee(_ heading: String) -> Column {
    let spec = ColumnSpec(heading: heading, kind: .text, references: .cadres, exceptions: [middleRank])
    return Column(spec) {
      guard case .text(let text) = $0 else { return nil }
      return text == middleRank ? .middleRank : .cadre(text)
    }
  }
}
