// The parts of a build, made on several machines, put together: the same bytes as one run's.

internal import BatonAssessment
public import BatonDiagnostics
internal import Foundation

/// Joins the output folders of shards.
///
/// Every part carries the whole build's index and its own share of the files. Parts of different data or of
/// different versions have different indexes and are refused; so are parts that leave a file out.
public struct Merge: Sendable {
  /// Output folders as `build --output` was given them.
  public let parts: [String]

  /// Parts that can't be joined.
  public struct Failure: Error, Sendable {
    public let diagnostics: [Diagnostic]
  }

  /// What was joined.
  public struct Report: Sendable, Hashable {
    /// The folders that were published.
    public var folders: [String] = []
    public var fileCount = 0
  }

  public init(parts: [String]) { self.parts = parts }

  /// Joins the parts of every `<县>/<年度>` into `<output>/<县>/<年度>`; each folder is replaced whole or not at all.
  public func publish(into output: String) throws(Failure) -> Report {
    let years = parts.flatMap { part in Self.years(in: part).map { (name: $0, part: part) } }.grouped(
      by: \.name)
    guard !years.isEmpty else {
      throw Failure(diagnostics: [
        Diagnostic("no-parts", .error, "这些文件夹里没有 build 的成果", help: "写各分片 --output 的文件夹")
      ])
    }
    var report = Report()
    for (name, members) in years {
      let year = YearParts(name: name, folders: members.map { "\($0.part)/\(name)" })
      report.fileCount += try year.publish(as: "\(output)/\(name)")
      report.folders.append("\(output)/\(name)")
    }
    return report
  }

  /// The `<县>/<年度>` folders of a part, in order.
  private static func years(in part: String) -> [String] {
    subfolders(of: part).flatMap { county in
      subfolders(of: "\(part)/\(county)").map { "\(county)/\($0)" }
    }.filter { FileManager.default.fileExists(atPath: "\(part)/\($0)/\(PublishedIndex.fileName)") }
  }

  private static func subfolders(of path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
      .sorted()
  }
}

/// The parts of one county's year.
private struct YearParts {
  let name: String
  let folders: [String]

  private static let indexes = [PublishedIndex.fileName, "index.html"]

  /// Returns how many files there are, the indexes included.
  func publish(as destination: String) throws(Merge.Failure) -> Int {
    let indexes = try commonIndexes()
    guard let index = PublishedIndex(json: indexes[0]) else {
      throw Merge.Failure(diagnostics: [
        Diagnostic(
          "unreadable-index", .error, "「\(name)」的 index.json 读不出来",
          at: .file("\(folders[0])/\(PublishedIndex.fileName)"), help: "重新生成这一分片")
      ])
    }
    let sources = try sources(of: index.entries.keys.sorted())
    do throws(PublishingError) {
      try OutputFolder(destination).checkReplaceable()
      let staged = try StagedFolder(replacing: destination)
      for (file, bytes) in zip(Self.indexes, indexes) { try staged.write(bytes, to: file) }
      for (file, folder) in sources {
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
          throw PublishingError(
            Diagnostic("unreadable-file", .error, "读不了「\(file)」", at: .file("\(folder)/\(file)")))
        }
        try staged.write(Array(bytes), to: file)
      }
      try staged.publish()
    } catch {
      throw Merge.Failure(diagnostics: error.diagnostics)
    }
    return sources.count + indexes.count
  }

  /// The index files, which must be the same in all parts.
  private func commonIndexes() throws(Merge.Failure) -> [[UInt8]] {
    var common = [[UInt8]]()
    for file in Self.indexes {
      let copies = folders.map { FileManager.default.contents(atPath: "\($0)/\(file)") }
      guard let first = copies[0] else { throw absent([file]) }
      if let other = copies.firstIndex(where: { $0 != first }) {
        throw Merge.Failure(diagnostics: [
          Diagnostic(
            "parts-differ", .error, "「\(name)」的各分片不是同一次生成的：\(file) 不同",
            at: .file("\(folders[other])/\(file)"), help: "用同样的数据、同样的选项、同一版程序重新生成各分片")
        ])
      }
      common.append(Array(first))
    }
    return common
  }

  /// The folder that each file is taken from.
  private func sources(of files: [String]) throws(Merge.Failure) -> [(file: String, folder: String)] {
    let found = files.map { file in
      (file, folders.first { FileManager.default.fileExists(atPath: "\($0)/\(file)") })
    }
    let missing = found.filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else { throw absent(missing) }
    return found.compactMap { file, folder in folder.map { (file, $0) } }
  }

  private func absent(_ files: [String]) -> Merge.Failure {
    Merge.Failure(diagnostics: [
      Diagnostic(
        "part-missing", .error, "「\(name)」缺 \(files.count) 个文件，如「\(files[0])」", at: .file(folders[0]),
        help: "把全部分片都写上；缺的分片重新生成")
    ])
  }
}
