// What a document must say, to be found again in its finished bytes.

internal import BatonAssessment

/// A view model whose figures a reader must find again in the finished document.
protocol Claiming {
  var claims: Claims { get }
}

/// The figures of one document and where a reader finds them.
struct Claims: Sendable {
  private(set) var statements: [Statement] = []
  private(set) var columns: [Column] = []
  private(set) var relations: [Relation] = []

  /// A column of one of the document's tables, cell by cell.
  struct Column: Sendable {
    /// Which table, counted from 0 among those that have the headings.
    let table: Int
    let headings: [String]
    let heading: String
    let values: [String]
    /// The names of the values in the year's results, if documents must agree on them.
    let fields: [String]?
  }

  /// Something that must hold between figures as they are printed, whatever the data say.
  struct Relation: Sendable {
    let name: String
    /// What is wrong, in words; empty if it holds.
    let violations: @Sendable (PrintedText) -> [String]
  }

  /// The document says so, in a paragraph, a caption or a row that spans columns.
  mutating func says(_ statement: Statement) { statements.append(statement) }

  /// The cells below a heading, from the first row to the last.
  mutating func column(
    _ heading: String, of headings: [String], table: Int = 0, _ values: [String], fields: [String]? = nil
  ) {
    columns.append(
      Column(table: table, headings: headings, heading: heading, values: values, fields: fields))
  }

  /// Rows numbered from 1.
  mutating func numbering(of headings: [String], table: Int = 0, _ count: Int) {
    column("序号", of: headings, table: table, (0..<count).map { "\($0 + 1)" })
  }

  mutating func relation(_ name: String, _ violations: @escaping @Sendable (PrintedText) -> [String]) {
    relations.append(Relation(name: name, violations: violations))
  }
}

extension Figure {
  /// Its digits, as documents print them.
  var text: String { value.description }
}

extension Optional<Figure> {
  /// Its digits, or what a table prints where there is none.
  func text(or none: String) -> String { self?.text ?? none }
}

extension Optional<Int> {
  func text(or none: String) -> String { map { "\($0)" } ?? none }
}
