// `baton archive verify`: the whole store read again, reported under the four qualities of archives.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import BatonReports
internal import Foundation

struct ArchiveVerifyCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对全库：真实性、完整性、可用性、安全性",
    discussion: """
      例：
        baton archive verify
        baton archive verify --head 封存说明上的链头 --public-key 公钥.pem

      给了链头，末尾的版本被去掉也看得出来；给了公钥，只认这一把签的封存。退出码 1 = 发现问题。
      """)

  @Option(help: ArgumentHelp("封存说明上的链头（可以带空格）", valueName: "链头"), transform: digest)
  var head: Digest?

  @Option(help: ArgumentHelp("只认这把公钥", valueName: "文件"))
  var publicKey: String?

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let store = try storeOptions.open()
    let trusted = try trustedKey()
    console.progress("核对")
    defer { console.progress("") }
    let report = try Failure.wrapping { () throws(ArchiveError) in
      try Verification(of: store, trusting: trusted, head: head, unreadable: ReadableFormat.fault).run()
    }
    console.progress("")
    if json { try console.write(json: Record(report)) } else { console.write(text(of: report)) }
    return report.findings.isEmpty ? .done : .faultsFound
  }

  private func trustedKey() throws(Failure) -> PublicKey? {
    guard let publicKey else { return nil }
    if let key = PublicKey(pem: try InputFile.source(publicKey).bytes) { return key }
    throw .couldNotRun([
      Diagnostic(
        "bad-key", .error, "「\(publicKey)」不是 Ed25519 公钥", at: .file(publicKey), help: "公钥在库里的 keys/ 下")
    ])
  }

  private func text(of report: VerificationReport) -> String {
    Quality.allCases.map { quality in
      let findings = report.findings.filter { $0.kind.quality == quality }
      let verdict = findings.isEmpty ? "通过" : "发现 \(findings.count) 处问题"
      return "\(quality.rawValue)　\(verdict)：\(report.evidence(of: quality))\n"
        + findings.map { "  \($0.message) [\($0.kind.rawValue)]\n" }.joined()
    }.joined()
  }

  private static func digest(_ text: String) throws -> Digest {
    guard let digest = Digest(hex: text.filter { !$0.isWhitespace }.lowercased()) else {
      throw ValidationError("链头是 128 位十六进制数字，在封存说明上")
    }
    return digest
  }

  private struct Record: Encodable {
    struct Entry: Encodable {
      let quality, evidence: String
      let passed: Bool
      let findings: [Found]
    }

    struct Found: Encodable { let kind, path, message: String }

    let head: String?
    let qualities: [Entry]

    init(_ report: VerificationReport) {
      head = report.head?.hex
      qualities = Quality.allCases.map { quality in
        let findings = report.findings.filter { $0.kind.quality == quality }
        return Entry(
          quality: quality.rawValue, evidence: report.evidence(of: quality), passed: findings.isEmpty,
          findings: findings.map { Found(kind: $0.kind.rawValue, path: $0.path, message: $0.message) })
      }
    }
  }
}
