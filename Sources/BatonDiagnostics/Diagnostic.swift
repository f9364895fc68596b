// A fault as a value. Printing it is somebody else's job: see `Diagnostic+Text.swift`.

/// One fault, or one thing worth knowing, at a place that the user can edit.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is: only an error keeps the work from being done.
  public enum Severity: String, Sendable, Hashable, Comparable {
    case info, warning, error

    /// Information is less than a warning, a warning less than an error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Where it is.
  public enum Place: Sendable, Hashable {
    /// Nowhere a user could point at.
    case none
    /// A whole file.
    case file(String)
    /// A range of a text.
    case range(Source, SourceRange)
    /// A cell of a table: `年度数据.xlsx!平时分数!D14`. The cell is empty for a whole sheet.
    case cell(file: String, sheet: String, cell: String)
    /// A part of a Word document and what stands in it: a paragraph or table cell, in words.
    case part(file: String, part: String, paragraph: String)
  }

  /// A second place that explains the first.
  public struct Note: Sendable, Hashable {
    /// One Chinese sentence.
    public var message: String
    /// Where it explains something.
    public var place: Place

    /// A note, at a place or nowhere.
    public init(_ message: String, at place: Place = .none) {
      self.message = message
      self.place = place
    }
  }

  /// Stable, English, kebab-case: what programs and manuals refer to.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// One Chinese sentence without a full stop, the user's own word in 「」.
  public var message: String
  /// Where it is.
  public var place: Place
  /// Further places that explain it, the nearest first.
  public var notes: [Note]
  /// What to do about it, in Chinese.
  public var help: String?

  /// A finding; see the properties for what each part says.
  public init(
    _ id: String, _ severity: Severity, _ message: String, at place: Place = .none,
    notes: [Note] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
  }
}
