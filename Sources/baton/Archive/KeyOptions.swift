// The key that seals are signed with: where it lies, and its passphrase.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import Foundation
internal import Glibc

struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("封存密钥（默认是环境变量 BATON_ARCHIVE_KEY，再默认 ~/.config/baton/archive-key.pem）", valueName: "文件")
  )
  var key: String?

  @Option(help: ArgumentHelp("口令在这个文件的第一行（也可以放在环境变量 BATON_ARCHIVE_PASSPHRASE）", valueName: "文件"))
  var passphraseFile: String?

  var path: String {
    if let path = key ?? Self.environment("BATON_ARCHIVE_KEY") { return path }
    let configuration = Self.environment("XDG_CONFIG_HOME") ?? "\(NSHomeDirectory())/.config"
    return "\(configuration)/baton/archive-key.pem"
  }

  /// A variable that is set to something.
  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The passphrase as a file or the environment gives it.
  func passphrase() throws(Failure) -> String? {
    guard let passphraseFile else { return Self.environment("BATON_ARCHIVE_PASSPHRASE") }
    let text = String(decoding: try InputFile.source(passphraseFile).bytes, as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    guard !line.isEmpty else {
      throw .couldNotRun([
        Diagnostic("no-passphrase", .error, "「\(passphraseFile)」的第一行是空的", at: .file(passphraseFile))
      ])
    }
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }

  /// Reads the key; asks at the terminal for a passphrase that is nowhere else.
  func read() throws(Failure) -> SigningKey {
    let path = path
    guard let pem = FileManager.default.contents(atPath: path).map(Array.init) else {
      throw .couldNotRun([
        Diagnostic(
          "no-key", .error, "没有封存密钥「\(path)」", at: .file(path),
          help: "先做一把：baton archive key init；已有的用 --key 指明")
      ])
    }
    var phrase = try passphrase()
    if phrase == nil, String(decoding: pem, as: UTF8.self).contains("ENCRYPTED") {
      phrase = Passphrase.asked("封存密钥的口令：")
      if phrase == nil {
        throw .couldNotRun([
          Diagnostic(
            "needs-passphrase", .error, "封存密钥「\(path)」有口令", at: .file(path),
            help: "用 --passphrase-file 或环境变量 BATON_ARCHIVE_PASSPHRASE 给出")
        ])
      }
    }
    return try Failure.wrapping { () throws(ArchiveError) in
      try SigningKey(pem: pem, passphrase: phrase, file: path)
    }
  }
}

/// A passphrase typed at the terminal, which doesn't show it.
enum Passphrase {
  /// `nil` if nobody sits at the terminal, or nothing was typed.
  static func asked(_ prompt: String) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
    FileHandle.standardError.write(Data(prompt.utf8))
    let line = readLine()
    FileHandle.standardError.write(Data("\n".utf8))
    return line.flatMap { $0.isEmpty ? nil : $0 }
  }
}
