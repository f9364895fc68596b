// Names that every disk can hold: the store will be copied to disks that nobody knows yet.

internal import BatonDiagnostics

/// Finds the names of a submission that some file system would refuse, or take for one another.
struct SubmittedNames {
  /// A name may have so many bytes on the file systems of Linux, and hardly more elsewhere.
  static let longestName = 255

  private var diagnostics: [Diagnostic] = []
  /// By a spelling without case and composition (as macOS and Windows compare): the name that came first.
  private var spellings: [String: (name: String, isFolder: Bool)] = [:]

  /// - Throws: ``ArchiveError`` with all faults, if there are any.
  static func check(_ files: [SubmittedFile]) throws(ArchiveError) {
    var names = SubmittedNames()
    for file in files { names.add(file.path) }
    if names.diagnostics.isEmpty { return }
    throw ArchiveError(names.diagnostics)
  }

  private mutating func add(_ path: String) {
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() {
      let isFolder = index < parts.count - 1
      let name = parts[...index].joined(separator: "/")
      if let known = spellings[Self.folded(name)] {
        if known.isFolder, isFolder, Self.isSame(known.name, name) { continue }
        report(
          "name-collision",
          Self.isSame(known.name, name)
            ? "「\(name)」出现了两次" : "「\(name)」和「\(known.name)」只差大小写或字符的写法，有的磁盘分不开",
          path, help: "改掉其中一个文件名再归档")
        return
      }
      spellings[Self.folded(name)] = (name, isFolder)
      if part.utf8.count > Self.longestName {
        report(
          "name-too-long", "文件名「\(part.prefix(20))…」有 \(part.utf8.count) 字节，磁盘最多放得下 \(Self.longestName) 字节",
          path, help: "把文件名改短（一个汉字占 3 字节）")
      }
      if part.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 || $0 == "\\" }) {
        report("bad-name", "文件名「\(part)」里有反斜线或控制字符", path, help: "改掉文件名再归档")
      }
    }
  }

  private mutating func report(_ id: String, _ message: String, _ path: String, help: String) {
    diagnostics.append(Diagnostic(id, .error, message, at: .file(path), help: help))
  }

  /// Strings that are equal here (Swift compares by canonical equivalence) may be one name to a file system.
  private static func folded(_ name: String) -> String { name.uppercased().lowercased() }

  private static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
}
