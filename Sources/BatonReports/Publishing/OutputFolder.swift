// The folder that a build is about to replace: whether it may.

internal import BatonDiagnostics
internal import Foundation

/// An output folder as it stands before a build.
package struct OutputFolder {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Refuses to replace what a build didn't write: somebody's signed scan would be gone without a word.
  ///
  /// - Throws: ``PublishingError`` naming the first foreign file.
  package func checkReplaceable() throws(PublishingError) {
    let files = Self.files(below: path)
    let index = FileManager.default.contents(atPath: "\(path)/\(PublishedIndex.fileName)")
      .flatMap { PublishedIndex(json: Array($0)) }
    var own: Set<String> = [PublishedIndex.fileName, "index.html"]
    if let index { own.formUnion(index.entries.keys) } else { own = [] }
    guard let foreign = files.first(where: { !own.contains($0) && !Self.isLitter($0) }) else { return }
    throw PublishingError(
      Diagnostic(
        "foreign-file", .error, "输出文件夹里有不是本程序生成的文件「\(foreign)」，不能整个替换",
        at: .file("\(path)/\(foreign)"), help: "把它移到别处，或用 --output 换一个输出文件夹"))
  }

  /// What file managers and word processors leave lying about.
  private static func isLitter(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" || name.hasPrefix("~$")
      || name.hasPrefix(".~lock.")
  }

  /// All files below a folder, ordered; none if it isn't there.
  private static func files(below path: String) -> [String] {
    let root = URL(fileURLWithPath: path)
    return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).filter { file in
      let values = try? root.appending(path: file).resourceValues(forKeys: [.isDirectoryKey])
      return values?.isDirectory != true
    }.sorted()
  }
}
