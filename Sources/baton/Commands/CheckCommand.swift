// `baton check`: all faults of a year's data and of the templates, nothing written.

internal import ArgumentParser
internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonReports
internal import Foundation

struct CheckCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "找出数据或模板里的全部错误，原样不动",
    discussion: """
      例：
        baton check 年度数据.xlsx
        baton check 年度数据.xlsx --json > 错误.json
        baton check 年度数据.xlsx --annotate 核对.xlsx
        baton check 模板.html --schema 数据.schema.json --strict
        baton check 通知.docx --format docx
        baton check --codes
      """)

  @Argument(help: YearData.help)
  var data: String?

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @Option(help: ArgumentHelp("另写一份工作簿，有错的格上色并加批注", valueName: "文件.xlsx"))
  var annotate: String?

  @Flag(help: "列出全部错误编号，一行一个")
  var codes = false

  @OptionGroup
  var templateOptions: TemplateCheckOptions

  func validate() throws {
    if data == nil, !codes { throw ValidationError("Missing expected argument '<数据>'") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    if codes {
      for code in FaultCode.allCases { console.write(code.rawValue + "\n") }
      return .done
    }
    if let check = try TemplateCheck(path: data ?? "", templateOptions) {
      return try check.run(console: console)
    }
    let source = try YearData.source(data ?? "")
    let result = Intake.read(source)
    if let annotate { try AnnotatedCopy(path: annotate, data: data ?? "").write(source, result, console) }
    let templateFaults = try templateFaults()
    console.report(templateFaults)
    if json {
      try console.write(json: CheckReport(items: result.faults))
    } else {
      report(result.faults, .error, "错误", on: console)
      report(result.faults, .warning, "警告", on: console)
      say(result, on: console)
    }
    let severities = result.faults.map(\.severity) + templateFaults.map(\.severity)
    return severities.contains(.error) ? .faultsFound : .done
  }

  private func templateFaults() throws(Failure) -> [Diagnostic] {
    do {
      return DocumentKind.templateFaults(in: try .embedded())
    } catch {
      throw .faults(error.diagnostics)
    }
  }

  /// The faults of one severity, table by table.
  private func report(
    _ faults: [IntakeFault], _ severity: Diagnostic.Severity, _ label: String, on console: Console
  ) {
    for (sheet, group) in faults.filter({ $0.severity == severity }).grouped(by: \.cell.sheet) {
      console.say("【\(sheet.isEmpty ? "文件" : sheet)】\(label) \(group.count) 条")
      console.report(group.map(\.diagnostic))
    }
  }

  private func say(_ result: IntakeResult, on console: Console) {
    let errors = result.faults.count { $0.severity == .error }
    let warnings = result.faults.count { $0.severity == .warning }
    console.say(errors == 0 ? "没有错误，警告 \(warnings) 条" : "错误 \(errors) 条，警告 \(warnings) 条")
  }
}

/// `check --json`, in the form of the workbook's 「报错与机读输出」.
private struct CheckReport: Encodable {
  let items: [IntakeFault]
}
