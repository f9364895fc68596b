// What can go wrong with an archive, in words for the staff.

public import BatonDiagnostics
internal import BatonFiles

/// The archive could not be read or changed. A change that failed has changed nothing.
public struct ArchiveError: Error, Sendable, Hashable {
  public var diagnostics: [Diagnostic]

  package init(_ id: String, _ message: String, at path: String? = nil, help: String? = nil) {
    diagnostics = [Diagnostic(id, .error, message, at: path.map { .file($0) } ?? .none, help: help)]
  }

  /// A call to the system that failed, with the system's own number and words.
  static func system(_ action: String, _ path: String, _ code: CInt) -> ArchiveError {
    ArchiveError(
      code == SystemCall.noSpace ? "disk-full" : "cannot-write",
      "不能\(action)「\(path)」：\(SystemCall.message(code))（errno \(code)）", at: path,
      help: code == SystemCall.noSpace ? "腾出空间再来，或把档案库移到别的盘；库里已有的不受影响" : nil)
  }

  static func unreadable(_ path: String, _ why: String, help: String? = nil) -> ArchiveError {
    ArchiveError("archive-damaged", "「\(path)」\(why)", at: path, help: help ?? "用 baton archive verify 查看全库")
  }
}
