// Where libYAML says something is, and what it says, in our terms.

internal import BatonDiagnostics
internal import Yams

extension Source {
  /// libYAML counts lines and columns from 1, columns in scalars; lines that it was given before the text are not the
  /// text's.
  func range(at mark: Mark, length: Int, linesBefore: Int = 0) -> SourceRange {
    var offset = 0
    for _ in 1..<max(1, mark.line - linesBefore) {
      guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else {
        offset = bytes.count
        break
      }
      offset = end + 1
    }
    let line = String(decoding: bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    offset += String(line.unicodeScalars.prefix(mark.column - 1)).utf8.count
    // A quoted scalar starts with its quote.
    return SourceRange(offset, min(offset + length, bytes.count))
  }
}

extension YamlError {
  var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }

  var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
      .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let names, _): "重复的键「\(names.joined(separator: "」「"))」"
    default: "读不懂"
    }
  }
}
