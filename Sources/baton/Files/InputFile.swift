// Files that the user names on the command line.

internal import BatonDiagnostics
internal import Foundation

enum InputFile {
  /// Reads a file; `-` is the standard input.
  ///
  /// - Throws: ``Failure`` with the system's own words.
  static func source(_ path: String) throws(Failure) -> Source {
    if path == "-" {
      return Source(name: "<标准输入>", bytes: Array(FileHandle.standardInput.readDataToEndOfFile()))
    }
    do {
      return Source(name: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      throw .couldNotRun([unreadable(path, error)])
    }
  }

  private static func unreadable(_ path: String, _ error: any Error) -> Diagnostic {
    let exists = FileManager.default.fileExists(atPath: path)
    return Diagnostic(
      "unreadable-file", .error, exists ? "读不了文件「\(path)」" : "没有文件「\(path)」", at: .file(path),
      help: exists ? "核对文件的权限：\(error.localizedDescription)" : "核对路径")
  }
}
