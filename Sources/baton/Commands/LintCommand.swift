// `baton lint`: finished documents against the standard.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonReports

struct LintCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "按 GB/T 9704-2012 检查做好的公文",
    discussion: """
      例：
        baton lint 通报.docx
        baton lint 通报.html 反馈意见书.docx

      查发文字号和日期的写法、标题序号、附件说明与所附附件、首页正文、版记的位置、括号里的数与名单、
      字体和字库里没有的字。
      """)

  @Argument(help: ArgumentHelp("做好的公文，.docx、.xml（Flat OPC）或 .html", valueName: "文件"))
  var files: [String]

  func run(console: Console) throws(Failure) -> ExitStatus {
    var findings: [Diagnostic] = []
    for file in files {
      let source = try InputFile.source(file)
      do {
        findings += try Lint.findings(in: source)
      } catch {
        findings += error.diagnostics
      }
    }
    if findings.contains(where: { $0.severity == .error }) { throw .faults(findings) }
    console.report(findings)
    return .done
  }
}
