// The files that a year was handed in as: read once, so that what is stored is what was computed from.

package import BatonArchive
internal import BatonDiagnostics
internal import Foundation

/// The input files of a year, names and bytes as they are.
package struct YearInputs: Sendable {
  package typealias File = (name: String, bytes: [UInt8])

  /// By name.
  package let files: [File]

  /// Reads a workbook, or the tables of a folder; everything else in the folder is left alone.
  ///
  /// - Throws: ``IntakeError`` if it can't be read from disk, or holds no table.
  package init(reading path: String) throws(IntakeError) {
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      files = try TableSource.contents(ofFolder: path)
    } else {
      // Whatever can't be data is refused in the words that every command uses.
      _ = try TableSource(path)
      files = [(URL(fileURLWithPath: path).lastPathComponent, try TableSource.read(path))]
    }
    if files.isEmpty { _ = try TableSource(folder: path) }
  }

  /// The input files that a version holds.
  ///
  /// - Throws: ``ArchiveError`` if one of them has changed.
  package init(
    of version: ArchivedObject.Version, in object: ArchivedObject
  ) throws(ArchiveError) {
    var files = [File]()
    for file in version.files(below: VersionContents.inputs) {
      files.append(
        (String(file.path.dropFirst(VersionContents.inputs.count + 1)), try object.bytes(of: file)))
    }
    self.files = files
  }

  /// The tables; the addresses of their cells name the files as a version does: `inputs/年度数据.xlsx!平时分数!E17`.
  package var source: TableSource { TableSource(name: VersionContents.inputs, contents: files) }

  /// The files at their places in a version.
  var submitted: [SubmittedFile] {
    files.map { SubmittedFile("\(VersionContents.inputs)/\($0.name)", .bytes($0.bytes)) }
  }

  /// Names of files that are no longer what was read from them: somebody saved while the documents were made.
  package func changed(since path: String) throws(IntakeError) -> [String] {
    let now = try YearInputs(reading: path).files
    let read = Dictionary(files) { first, _ in first }
    let present = Dictionary(now) { first, _ in first }
    return Set(read.keys).union(present.keys).filter { read[$0] != present[$0] }.sorted()
  }
}
