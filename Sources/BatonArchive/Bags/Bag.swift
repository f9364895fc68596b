// A bag that somebody brings: read, and everything that is wrong with it found at once.

internal import BatonDiagnostics
internal import Foundation

/// A bag of BagIt (RFC 8493) that is complete and valid.
public struct Bag: Sendable {
  let folder: String
  /// The labels of `bag-info.txt`, in their order.
  public let info: [(label: String, value: String)]
  /// Paths below `data/`.
  public let payload: [String]

  static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// Reads a bag and holds every file to its digests.
  ///
  /// - Throws: ``ArchiveError`` with all faults of the bag.
  public init(reading folder: String) throws(ArchiveError) {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else { throw ArchiveError("no-bag", "没有文件夹「\(folder)」", at: folder, help: "核对路径；压缩的包先解开") }
    var reading = BagReading(folder: folder, listing: try FolderListing(folder))
    try reading.run()
    guard reading.faults.isEmpty else { throw ArchiveError(reading.faults) }
    self.folder = folder
    info = reading.info
    payload = reading.payload
  }

  /// The value of a label of `bag-info.txt`.
  public subscript(label: String) -> String? {
    info.first { $0.label.lowercased() == label.lowercased() }?.value
  }

  /// What the bag is as a submission.
  ///
  /// - Parameters:
  ///   - message: why it is handed in; what the bag says of itself if `nil`.
  ///   - user: who hands it in; whom the bag names if `nil`.
  ///   - time: RFC 3339.
  /// - Returns: the payload as the files of a version.
  /// - Throws: ``ArchiveError`` `foreign-bag` if the bag doesn't say of which county and year it is.
  public func submission(message: String? = nil, user: String? = nil, time: String) throws(ArchiveError)
    -> Submission
  {
    guard let identifier = self["External-Identifier"], let object = ObjectID(identifier) else {
      throw ArchiveError(
        "foreign-bag", "「\(folder)」没有说是哪个县哪一年的档案", at: "\(folder)/bag-info.txt",
        help: "bag-info.txt 里应有一行「External-Identifier: urn:baton:<县>:<年度>」")
    }
    return Submission(
      object: object, files: payload.map { SubmittedFile($0, .file("\(folder)/data/\($0)")) },
      message: message ?? self["External-Description"] ?? "由档案包导入",
      user: user ?? self["Contact-Name"] ?? "档案包", time: time)
  }
}
