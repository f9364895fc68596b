// `baton explain`: how the program understands a template.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonTemplate

struct ExplainCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一个结果是怎样算出来的，或程序怎样理解一个模板",
    discussion: """
      例：
        baton explain 数据文件夹 --unit 县教育局
        baton explain 数据文件夹 --unit 县教育局 --field 位次
        baton explain 数据文件夹 --person P0001 --json
        baton explain 模板.html
        baton explain 通知.docx
        baton explain --tree 模板.html

      写了 --unit 或 --person：把一个结果一步步列到单元格和方案的条款。

      列出模板用到的每个字段、在哪里用、数据里是不是必须有。
      --tree 改为打印模板树：标签提升到整行、整段以后，每个元素是哪一类，每个标签管住哪些内容。
      """)

  @Argument(help: ArgumentHelp("模板：网页、XML、文本或 Word；要解释结果时，年度数据", valueName: "模板或数据"))
  var template: String

  @Option(help: ArgumentHelp("解释哪个单位的结果：单位编号、全称或简称", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("解释谁的考核奖：人员编号或姓名", valueName: "人员"))
  var person: String?

  @Option(help: ArgumentHelp("哪个结果：综合得分、位次、互评……（默认综合得分；人员默认应发）", valueName: "结果"))
  var field: String?

  @Flag(help: "结果的推导输出为 JSON，可凭其中的单元格重算")
  var json = false

  @Flag(help: "打印模板树，不列字段")
  var tree = false

  @Option(help: ArgumentHelp("其他模板所在的文件夹（默认是模板所在的文件夹）", valueName: "文件夹"))
  var templates: String?

  func validate() throws {
    if unit != nil, person != nil { throw ValidationError("--unit 和 --person 只能写一个") }
    if unit == nil, person == nil, field != nil { throw ValidationError("--field 要和 --unit 或 --person 一起写") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    if unit != nil || person != nil {
      return try YearExplanation(data: template, unit: unit, person: person, field: field, json: json).run(
        console)
    }
    let file = try TemplateFile(path: template, others: templates)
    let report = try file.report(against: nil)
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw .faults(report.diagnostics) }
    if tree {
      console.write(try file.explanation())
    } else {
      list(report.uses, on: console)
    }
    return .done
  }

  /// A line a use: the field, whether the data must have it, where it stands.
  private func list(_ uses: [FieldUse], on console: Console) {
    for use in uses {
      let place = Diagnostic.Place.range(use.source, use.range).text
      console.write("\(use.path)\t\(use.isOptional ? "可以没有" : "必须有")\t\(place)\n")
    }
  }
}
