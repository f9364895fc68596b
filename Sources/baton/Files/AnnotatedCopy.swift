// `check --annotate`: where the marked copy goes, and where it may not.

internal import BatonDiagnostics
internal import BatonReports
internal import Foundation

struct AnnotatedCopy {
  let path: String
  /// The workbook or folder that is checked: it stays as it is.
  let data: String

  func write(_ source: TableSource, _ result: IntakeResult, _ console: Console) throws(Failure) {
    let target = Self.resolved(path)
    let input = Self.resolved(data)
    guard target != input, !target.hasPrefix(input + "/") else {
      throw Failure(
        status: .usage,
        diagnostics: [
          Diagnostic(
            "would-overwrite", .error, "「\(path)」在被核对的数据里", at: .file(path), help: "换一个放在数据以外的文件名")
        ])
    }
    let bytes: [UInt8]
    do {
      bytes = try AnnotatedWorkbook(of: source, result.faults).xlsx()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    try OutputFile.write(bytes, to: path, console)
  }

  private static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appending(path: url.lastPathComponent)
      .resolvingSymlinksInPath().path
  }
}
