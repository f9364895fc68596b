// A workbook to be written for people to fill in or to mend: values with looks, notes and lists to choose from.

/// What a workbook will hold.
package struct WorkbookDraft: Sendable {
  package var title: String
  package var sheets: [Sheet] = []

  package init(title: String) { self.title = title }

  package struct Sheet: Sendable {
    package var name: String
    package var rows: [Row] = []
    /// By column, counted from 0.
    package var columns: [Int: Column] = [:]
    package var merges: [CellRange] = []
    package var choices: [Choice] = []
    /// Rows that stay in sight when the others are scrolled.
    package var frozenRowCount = 0
    package var isHidden = false

    package init(name: String) { self.name = name }
  }

  package struct Row: Sendable {
    /// Counted from 1.
    package var number: Int
    package var isHidden = false
    package var cells: [Cell]

    package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
      self.number = number
      self.isHidden = isHidden
      self.cells = cells
    }
  }

  package struct Cell: Sendable {
    /// Counted from 0.
    package var column: Int
    package var value: Value
    package var look: Look
    /// A comment on the cell.
    package var note: String?

    package init(column: Int, _ value: Value, look: Look = Look(), note: String? = nil) {
      self.column = column
      self.value = value
      self.look = look
      self.note = note
    }
  }

  package enum Value: Sendable, Hashable {
    case blank
    case text(String)
    case number(Double)
    /// The number of a day, a time of day or both, in the system of 1900; its look says how it shows.
    case moment(Moment)
    case boolean(Bool)
  }

  package struct Column: Sendable {
    /// In characters.
    package var width: Double
    package var look: Look
    package var isHidden: Bool

    package init(width: Double, look: Look = Look(), isHidden: Bool = false) {
      self.width = width
      self.look = look
      self.isHidden = isHidden
    }
  }

  /// How cells look.
  package struct Look: Sendable, Hashable {
    package var format = "General"
    package var isBold = false
    package var wraps = false
    /// 0xRRGGBB.
    package var background: Int?
    package var color: Int?

    package init(
      format: String = "General", isBold: Bool = false, wraps: Bool = false, background: Int? = nil,
      color: Int? = nil
    ) {
      self.format = format
      self.isBold = isBold
      self.wraps = wraps
      self.background = background
      self.color = color
    }
  }

  /// A list that cells are chosen from.
  package struct Choice: Sendable {
    package enum List: Sendable {
      /// Words; all others are refused.
      case words([String])
      /// The cells of a range, such as `'单位'!$A$2:$A$999`; other values are allowed.
      case range(String)
    }

    package var cells: CellRange
    package var list: List

    package init(_ list: List, for cells: CellRange) {
      self.cells = cells
      self.list = list
    }
  }
}
