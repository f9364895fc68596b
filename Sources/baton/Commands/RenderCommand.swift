// `baton render`: any template with any data. The general tool.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonOffice
internal import BatonReports
internal import BatonTemplate

struct RenderCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "用任意数据渲染任意模板",
    discussion: """
      例：
        baton render 通知.html --data 数据.json --output 通知.docx
        baton render 通知.html --data 数据.yaml > 通知.html
        baton render 邮件.txt --data 数据.json --format text

        baton render 通知.docx --data 数据.json --output 通知-县林业局.docx

      XHTML 模板和 Word 模板（docx、dotx、Flat OPC）出网页（html）、Word（docx）或 Flat OPC（xml）；其他文件按纯文本模板处理，写法与 Jinja2 相同。
      """)

  @Argument(help: ArgumentHelp("模板", valueName: "模板"))
  var template: String

  @OptionGroup var options: RenderOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let source = try InputFile.source(template)
    let data = try DataFile.document(options.data)
    let folder = TemplateFolder(main: source, others: options.templates)
    let theme = try options.theme.map(InputFile.source)
    let bytes: [UInt8]
    do throws(TemplateError) {
      switch options.format(of: template) {
      case .text: bytes = try renderText(source, data, folder)
      case .xml where template.fileExtension == "xml" && !DocumentTemplate.isWrittenInWord(source):
        bytes = try renderXML(source, data, folder)
      case .html: bytes = try renderDocument(data, folder, theme, as: .html, console)
      case .docx: bytes = try renderDocument(data, folder, theme, as: .docx, console)
      case .xml: bytes = try renderDocument(data, folder, theme, as: .flatOPC, console)
      }
    } catch {
      throw .faults(error.diagnostics)
    }
    try OutputFile.write(bytes, to: options.output, console)
    return .done
  }

  private func renderText(
    _ source: Source, _ data: Document, _ folder: TemplateFolder
  ) throws(TemplateError) -> [UInt8] {
    let environment = Environment(
      loader: folder, undefined: options.undefined.mode, escapes: options.autoescape,
      whiteSpace: options.whiteSpace)
    var renderer = Renderer(environment)
    return try renderer.render(try environment.template(from: source), data).bytes
  }

  private func renderXML(
    _ source: Source, _ data: Document, _ folder: TemplateFolder
  ) throws(TemplateError) -> [UInt8] {
    let environment = Environment(loader: folder, undefined: options.undefined.mode, dialect: .xml)
    var renderer = Renderer(environment)
    return try renderer.render(try environment.template(from: source), data).bytes
  }

  private func renderDocument(
    _ data: Document, _ folder: TemplateFolder, _ theme: Source?, as format: DocumentFormat,
    _ console: Console
  ) throws(TemplateError) -> [UInt8] {
    do throws(DocumentError) {
      let environment = DocumentEnvironment(
        loader: folder, theme: try folder.theme(overriding: theme), undefined: options.undefined.mode)
      let template = try environment.template(named: folder.mainName, for: [format])
      console.report(template.warnings)
      return try template.render(
        data, as: format, properties: DocumentProperties(title: folder.mainName, unit: ""))
    } catch {
      throw TemplateError(error.diagnostics)
    }
  }
}
