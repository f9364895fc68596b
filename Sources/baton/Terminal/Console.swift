// What the command says and where: results on the output, everything else beside it.

internal import BatonDiagnostics
internal import Glibc

/// The two streams of a run and what they can show.
struct Console: Sendable {
  private let output: @Sendable ([UInt8]) -> Void
  private let errors: @Sendable ([UInt8]) -> Void
  /// Progress is shown only where somebody watches.
  let showsProgress: Bool
  private let usesColour: Bool

  init(
    output: @escaping @Sendable ([UInt8]) -> Void, errors: @escaping @Sendable ([UInt8]) -> Void,
    showsProgress: Bool = false, usesColour: Bool = false
  ) {
    self.output = output
    self.errors = errors
    self.showsProgress = showsProgress
    self.usesColour = usesColour
  }

  /// The process's own streams. Colour and progress only at a terminal; `NO_COLOR` (no-color.org) turns colour off.
  static func standard() -> Console {
    let watched = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
    return Console(
      output: { writeAll($0, to: STDOUT_FILENO) }, errors: { writeAll($0, to: STDERR_FILENO) },
      showsProgress: watched, usesColour: watched && (environment("NO_COLOR") ?? "").isEmpty)
  }

  /// Writes a result.
  func write(_ text: String) { output(Array(text.utf8)) }

  /// Writes a result that is bytes.
  func write(_ bytes: [UInt8]) { output(bytes) }

  /// Says something to the person, a line.
  func say(_ line: String) { errors(Array("\(line)\n".utf8)) }

  /// Replaces the progress line; an empty text takes it away.
  func progress(_ text: String) {
    if showsProgress { errors(Array("\r\u{1B}[2K\(text)".utf8)) }
  }

  /// Says all diagnostics, a blank line after each, in the order given.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { say(coloured(diagnostic) + "\n") }
  }

  private func coloured(_ diagnostic: Diagnostic) -> String {
    guard usesColour, let label = diagnostic.text.firstRange(of: "\(diagnostic.severity.label)：") else {
      return diagnostic.text
    }
    let code =
      switch diagnostic.severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .info: "1;34"
      }
    var text = diagnostic.text
    text.replaceSubrange(label, with: "\u{1B}[\(code)m\(diagnostic.severity.label)\u{1B}[0m：")
    return text
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0, errno != EINTR { return }
        offset += max(0, count)
      }
    }
  }
}
