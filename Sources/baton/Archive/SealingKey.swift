// The key that seals are signed with, as a command finds it.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import Foundation

struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "封存密钥（默认用环境变量 BATON_ARCHIVE_KEY，再没有就是 ~/.config/baton/archive-key.pem）", valueName: "文件"))
  var key: String?

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Where the key lies.
  var path: String {
    key ?? Self.environment["BATON_ARCHIVE_KEY"]
      ?? "\(NSHomeDirectory())/.config/baton/archive-key.pem"
  }

  /// The key; an encrypted one is opened with `BATON_ARCHIVE_PASSPHRASE`.
  func read() throws(Failure) -> SigningKey {
    guard let pem = FileManager.default.contents(atPath: path) else {
      throw .couldNotRun([
        Diagnostic(
          "no-key", .error, "没有封存密钥「\(path)」", at: .file(path),
          help: "先用 baton archive key init 生成，或用 --key 指明")
      ])
    }
    do {
      return try SigningKey(
        pem: Array(pem), passphrase: Self.environment["BATON_ARCHIVE_PASSPHRASE"], file: path)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}

/// The moment as records write it.
enum Moment {
  /// Now, in RFC 3339, to the second.
  static var now: String { Date.now.formatted(.iso8601) }
}
