// What can go wrong with an archive, in words for the staff.

public import BatonDiagnostics
internal import BatonFiles

/// The archive could not be read or changed. A change that failed has changed nothing, except where it says so.
public struct ArchiveError: Error, Sendable, Hashable {
  public var diagnostics: [Diagnostic]

  package init(_ id: String, _ message: String, at path: String? = nil, help: String? = nil) {
    diagnostics = [Diagnostic(id, .error, message, at: path.map { .file($0) } ?? .none, help: help)]
  }

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// A call to the system that failed, with the system's own number and words.
  static func system(_ action: String, _ path: String, _ code: CInt) -> ArchiveError {
    ArchiveError(
      code == SystemCall.noSpace ? "disk-full" : "cannot-write",
      "不能\(action)「\(path)」：\(SystemCall.message(code))（errno \(code)）", at: path,
      help: code == SystemCall.noSpace ? "腾出空间再来，或把档案库移到别的盘；库里已有的不受影响" : nil)
  }

  /// A file or folder that the system does not let be read.
  static func unreadable(_ path: String, _ what: String, _ code: CInt) -> ArchiveError {
    ArchiveError(
      "cannot-read", "「\(path)」\(what)：\(SystemCall.message(code))（errno \(code)）", at: path,
      help: "看文件是不是还在、有没有读的权限、磁盘是不是好的")
  }

  /// What is wrong with a file of the store.
  static func unreadable(_ path: String, _ why: String, help: String? = nil) -> ArchiveError {
    ArchiveError("archive-damaged", "「\(path)」\(why)", at: path, help: help ?? "用 baton archive verify 查看全库")
  }

  /// The same fault, of a commit that was decided before it: it will be there, but is not yet.
  func asPending(of object: ObjectID) -> ArchiveError {
    let because = diagnostics.first?.message ?? ""
    var pending = ArchiveError(
      "commit-pending", "「\(object)」的新版本已经写好，但没有放到位：\(because)",
      help: "排除故障后再运行一次 baton archive add：它先把这一版放到位")
    pending.diagnostics += diagnostics
    return pending
  }
}
