// The one rendering of a diagnostic for people.

extension Diagnostic.Severity {
  /// The word the reader sees.
  public var label: String {
    switch self {
    case .info: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }
}

extension Diagnostic.Place {
  /// `file:line:column`, `file 第 n 段「…」` for a document's transcript, `file!sheet!cell`, or the file's name;
  /// empty for `none`.
  public var text: String {
    switch self {
    case .none: ""
    case .file(let name): name
    case .range(let source, let range):
      {
        let position = source.position(of: range.start)
        guard let paragraph = source.paragraph(onLine: position.line) else {
          return "\(source.name):\(position.line):\(position.column)"
        }
        let words = Self.beginning(of: source.line(position.line))
        return "\(source.name) \(paragraph.story.label)第 \(paragraph.number) 段"
          + (words.isEmpty ? "" : "「\(words)」")
      }()
    case .cell(let file, let sheet, let cell): "\(file)!\(sheet)!\(cell)"
    case .part(let file, let part, let paragraph): "\(file)!\(part)：\(paragraph)"
    }
  }

  /// The words by which a person finds a paragraph.
  private static func beginning(of paragraph: String) -> String {
    paragraph.count > 16 ? paragraph.prefix(16) + "…" : paragraph
  }
}

extension Diagnostic {
  /// The whole diagnostic: the place, the message, the source line with a marker, notes and help.
  ///
  ///     Templates/feedback.html:12:9: 错误：没有字段「单位.单位全程」 [unknown-field]
  ///     12 | <h1>{{ 单位.单位全程 }}</h1>
  ///        |        ^^^^^^^^^^^^^ 是不是想写「单位全称」？
  public var text: String {
    var lines = [Self.headline(severity.label, message, place, id: id)]
    if case .range(let source, let range) = place {
      lines += Self.excerpt(of: source, range, remark: help)
    } else if let help {
      lines.append("  \(help)")
    }
    for note in notes {
      lines.append(Self.headline("说明", note.message, note.place, id: nil))
      if case .range(let source, let range) = note.place {
        lines += Self.excerpt(of: source, range, remark: nil)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func headline(_ label: String, _ message: String, _ place: Place, id: String?) -> String {
    let prefix = place.text.isEmpty ? "" : "\(place.text): "
    return "\(prefix)\(label)：\(message)" + (id.map { " [\($0)]" } ?? "")
  }

  /// The source line and a marker below the range (to the end of the line where it spans several).
  private static func excerpt(of source: Source, _ range: SourceRange, remark: String?) -> [String] {
    let (line, column) = source.position(of: range.start)
    let number = source.paragraph(onLine: line)?.number ?? line
    return excerpt(of: source.line(line), number: number, column: column, range, remark: remark)
  }

  private static func excerpt(
    of line: String, number: Int, column: Int, _ range: SourceRange, remark: String?
  ) -> [String] {
    let bytes = Array(line.utf8)
    let start = min(column - 1, bytes.count)
    let end = min(start + Int(range.end - range.start), bytes.count)
    let before = DisplayWidth.of(String(decoding: bytes[..<start], as: UTF8.self))
    let marked = max(1, DisplayWidth.of(String(decoding: bytes[start..<max(start, end)], as: UTF8.self)))
    let gutter = String(repeating: " ", count: "\(number)".utf8.count)
    let marker = String(repeating: " ", count: before) + String(repeating: "^", count: marked)
    return [
      "\(number) | \(line.replacingTabs)",
      "\(gutter) | \(marker)" + (remark.map { " \($0)" } ?? ""),
    ]
  }
}

extension String {
  /// Tabs as single spaces, so that a marker below them stands right.
  fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}
