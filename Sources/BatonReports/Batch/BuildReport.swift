// What a build made.

/// The outcome of a build, for people and programs.
public struct BuildReport: Sendable, Hashable {
  /// The folder that was published.
  public var folder: String
  public var documentCount: Int
  /// All files, the index and its page included.
  public var fileCount: Int
  public var byteCount: Int

  mutating func add(_ file: [UInt8]) {
    fileCount += 1
    byteCount += file.count
  }
}
