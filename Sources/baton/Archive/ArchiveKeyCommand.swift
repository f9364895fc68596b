// `baton archive key init`: the key that a department seals with, made once.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import Foundation
internal import Glibc

struct ArchiveKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "封存密钥", subcommands: [ArchiveKeyInitCommand.self])
}

struct ArchiveKeyInitCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "做一把封存密钥（Ed25519）",
    discussion: """
      例：
        baton archive key init
        baton archive key init --key /media/u盘/封存密钥.pem --ask-passphrase

      只有本人能读（0600）。已有的密钥绝不覆盖：丢了它，以前的封存照样能验，以后的要换一把。
      """)

  @OptionGroup var options: KeyOptions

  @Flag(help: "在终端上输入口令")
  var askPassphrase = false

  func run(console: Console) throws(Failure) -> ExitStatus {
    let path = options.path
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .couldNotRun([
        Diagnostic("already-exists", .error, "「\(path)」已经有了", at: .file(path), help: "接着用它，或用 --key 另写一个文件")
      ])
    }
    var passphrase = try options.passphrase()
    if askPassphrase, passphrase == nil { passphrase = try askedTwice() }
    let key = try Failure.wrapping { () throws(ArchiveError) in try SigningKey() }
    try write(key.pem(passphrase: passphrase), to: path, mode: 0o600)
    let publicPath = "\(path.hasSuffix(".pem") ? String(path.dropLast(4)) : path).pub.pem"
    try write(key.publicKey.pem, to: publicPath, mode: 0o644)
    console.say("封存密钥：\(path)（只有本人能读\(passphrase == nil ? "，没有口令" : "，有口令")）")
    console.say("公钥：\(publicPath)，可以给任何人；编号 \(key.id)")
    console.say("把密钥另存一份到安全的地方")
    return .done
  }

  private func askedTwice() throws(Failure) -> String {
    guard let first = Passphrase.asked("口令："), first == Passphrase.asked("再输一遍：") else {
      throw .couldNotRun([Diagnostic("no-passphrase", .error, "没有得到口令，或两遍不一样", help: "再来一次")])
    }
    return first
  }

  private func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(Failure) {
    try? FileManager.default.createDirectory(atPath: path.parentFolder, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    let count =
      descriptor < 0 ? -1 : bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    let isWritten = count == bytes.count && fsync(descriptor) == 0
    let message = String(cString: strerror(errno))
    if descriptor >= 0 { close(descriptor) }
    if !isWritten {
      throw .couldNotRun([
        Diagnostic("cannot-write", .error, "不能写入「\(path)」", at: .file(path), help: message)
      ])
    }
  }
}
