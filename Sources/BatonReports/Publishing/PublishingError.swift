// What can go wrong between finished bytes and a finished folder.

public import BatonDiagnostics
internal import BatonFiles

/// A folder of documents could not be written or switched; what stood there before still stands.
public struct PublishingError: Error, Sendable {
  public var diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  /// A call to the system that failed, with the system's own number and words.
  static func system(_ action: String, _ path: String, _ code: CInt) -> PublishingError {
    PublishingError(
      Diagnostic(
        "cannot-write", .error, "不能\(action)「\(path)」：\(SystemCall.message(code))（errno \(code)）",
        at: .file(path),
        help: help(for: code)))
  }

  private static func help(for code: CInt) -> String? {
    switch code {
    case SystemCall.noSpace: "磁盘满了：腾出空间再生成，或用 --output 换一个盘"
    case SystemCall.noPermission, SystemCall.readOnly: "没有写权限：请用 --output 换一个能写的文件夹"
    default: nil
    }
  }
}
