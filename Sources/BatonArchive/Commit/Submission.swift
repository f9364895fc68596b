// What is to become a version.

/// A file of a submission: where it will stand in the version, and its bytes.
public struct SubmittedFile: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// The path of a file to copy.
    case file(String)
  }

  /// Relative, `/` between the parts, none of them empty, `.` or `..`.
  public let path: String
  public let content: Content

  public init(_ path: String, _ content: Content) {
    precondition(Self.isPlain(path), "a submitted path is not plain: \(path)")
    self.path = path
    self.content = content
  }

  /// Whether a path stays within its folder and has one way to write it.
  static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}

/// A year handed in: the files of a version, who hands them in and why.
public struct Submission: Sendable {
  public let object: ObjectID
  /// In the order of their paths' bytes.
  public let files: [SubmittedFile]
  public let message: String
  public let user: String
  /// RFC 3339; the archive reads no clock.
  public let time: String
  /// Paths that differ in every submission: if nothing else has changed, there is nothing to hand in.
  public let remarks: Set<String>
  /// The version that it was made to follow, 0 for none; `nil` if it may follow any.
  public let base: Int?

  /// - Precondition: message and user are not empty.
  public init(
    object: ObjectID, files: [SubmittedFile], message: String, user: String, time: String,
    remarks: Set<String> = [], after base: Int? = nil
  ) {
    precondition(!message.isEmpty && !user.isEmpty, "a submission says who hands it in and why")
    self.remarks = remarks
    self.base = base
    self.object = object
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.message = message
    self.user = user
    self.time = time
  }
}
