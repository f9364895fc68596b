// `baton check TEMPLATE`: all faults of one template, against the shape of its data if that is stated.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonTemplate

struct TemplateCheckOptions: ParsableArguments {
  @Option(help: ArgumentHelp("检查模板：数据的 JSON Schema", valueName: "文件"))
  var schema: String?

  @Option(help: ArgumentHelp("检查模板：其他模板所在的文件夹（默认是模板所在的文件夹）", valueName: "文件夹"))
  var templates: String?

  @Option(help: ArgumentHelp("检查模板：只出网页（html）或只出 Word（docx）；默认都查", valueName: "格式"))
  var format: CheckedFormat?

  @Flag(help: "检查模板：不能断定的地方也算错误")
  var strict = false
}

/// What a template is checked for, where not for everything.
enum CheckedFormat: String, ExpressibleByArgument, CaseIterable {
  case html, docx

  var format: DocumentFormat { self == .html ? .html : .docx }
}

/// One check of a template.
struct TemplateCheck {
  private let template: TemplateFile
  private let options: TemplateCheckOptions

  /// What `check` was given, if its name is a template's.
  init?(path: String, _ options: TemplateCheckOptions) throws(Failure) {
    guard TemplateFile.isTemplate(path) else { return nil }
    template = try TemplateFile(path: path, others: options.templates)
    self.options = options
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    var findings: [Diagnostic] = []
    var fields: DataShape.Fields?
    if let schema = options.schema {
      let schemaSource = try InputFile.source(schema)
      do throws(TemplateError) {
        (fields, findings) = try DataShape.Fields.reading(schema: schemaSource)
      } catch {
        throw .faults(error.diagnostics)
      }
    }
    let formats = options.format.map { [$0.format] } ?? DocumentFormat.allCases
    let report = try template.report(against: fields, for: formats)
    findings += options.strict ? report.strictDiagnostics : report.diagnostics + report.unproved
    console.report(findings)
    let errors = findings.count { $0.severity == .error }
    let open = options.strict ? 0 : report.unproved.count
    let unproved = fields == nil ? "" : "，不能断定 \(open) 处"
    console.say(errors == 0 ? "没有错误\(unproved)" : "错误 \(errors) 条\(unproved)")
    return errors == 0 ? .done : .faultsFound
  }
}
