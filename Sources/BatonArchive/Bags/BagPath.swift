// Paths as BagIt's manifests write them, and which of them are refused.

internal import Foundation

enum BagPath {
  /// A path as a manifest writes it: `%`, carriage return and line feed encoded, nothing else.
  ///
  /// Source: RFC 8493 §2.1.3.
  static func encoded(_ path: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": text.append(contentsOf: "%25".unicodeScalars)
      case "\r": text.append(contentsOf: "%0D".unicodeScalars)
      case "\n": text.append(contentsOf: "%0A".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// The path that a manifest means; any other `%` stands for itself.
  static func decoded(_ text: String) -> String {
    var rest = Substring(text)
    var path = ""
    while let percent = rest.firstIndex(of: "%") {
      path += rest[..<percent]
      let code = rest[percent...].prefix(3)
      switch code.uppercased() {
      case "%25": path += "%"
      case "%0D": path.unicodeScalars.append("\r")
      case "%0A": path.unicodeScalars.append("\n")
      default:
        path += "%"
        rest = rest[rest.index(after: percent)...]
        continue
      }
      rest = rest[code.endIndex...]
    }
    return path + rest
  }

  /// Why a path may not be in a bag; `nil` if it may.
  static func fault(_ path: String) -> String? {
    if path.hasPrefix("/") || path.hasPrefix("~") { return "是绝对路径" }
    if path.unicodeScalars.contains("\\") { return "含有反斜线" }
    if path.unicodeScalars.contains("\0") { return "含有空字符" }
    if path.split(separator: ":", maxSplits: 1).first?.count == 1, path.contains(":") { return "是绝对路径" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return "会走出这个文件夹" }
    if parts.contains("") || parts.contains(".") { return "有多种写法" }
    return nil
  }

  /// What two paths share that some file system can't tell apart: case and Unicode normalization don't matter.
  static func key(_ path: String) -> String {
    path.precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
  }
}
