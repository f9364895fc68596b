// The project's own theme, as the tests use it.

import BatonDiagnostics
import BatonDocument
import Foundation

/// The text of `Templates/theme.yaml`.
var themeText: String {
  get throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(
      contentsOf: folder.appending(path: "../../Templates/theme.yaml").standardizedFileURL, encoding: .utf8)
  }
}

/// The project's theme, read once.
var theme: Theme {
  get throws { try ProjectTheme.result.get() }
}

private enum ProjectTheme {
  static let result = Result { try Theme(parsing: Source(name: "theme.yaml", text: themeText)) }
}
