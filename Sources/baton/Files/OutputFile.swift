// A single file that a command writes, or the output itself.

internal import BatonDiagnostics
internal import Foundation

enum OutputFile {
  /// Writes a file whole or not at all; `-` is the standard output.
  static func write(_ bytes: [UInt8], to path: String, _ console: Console) throws(Failure) {
    if path == "-" { return console.write(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .couldNotRun([
        Diagnostic(
          "cannot-write", .error, "不能写入「\(path)」", at: .file(path), help: error.localizedDescription)
      ])
    }
  }
}
