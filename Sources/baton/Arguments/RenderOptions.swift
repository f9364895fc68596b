// What `render` can be told, in the words of Jinja's own options.

internal import ArgumentParser
internal import BatonTemplate

/// What a template is rendered to.
enum RenderFormat: String, ExpressibleByArgument, CaseIterable {
  /// An XHTML or Word template as a web page.
  case html
  /// An XHTML or Word template as a Word document.
  case docx
  /// An XHTML or Word template as Flat OPC; any other XML template as XML.
  case xml
  /// Any file as plain Jinja.
  case text
}

/// What becomes of a name that the data doesn't have.
enum UndefinedOption: String, ExpressibleByArgument, CaseIterable {
  case strict, lenient, chainable, debug

  var mode: UndefinedMode {
    switch self {
    case .strict: .strict
    case .lenient: .default
    case .chainable: .chainable
    case .debug: .debug
    }
  }
}

struct RenderOptions: ParsableArguments {
  @Option(help: ArgumentHelp("数据，.json 或 .yaml；- 从标准输入读 JSON", valueName: "文件"))
  var data: String

  @Option(help: ArgumentHelp("成品的格式（默认看输出文件和模板的扩展名）", valueName: "格式"))
  var format: RenderFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件；- 输出到屏幕", valueName: "文件"))
  var output = "-"

  @Option(help: ArgumentHelp("其他模板所在的文件夹（默认是模板所在的文件夹）", valueName: "文件夹"))
  var templates: String?

  @Option(help: ArgumentHelp("本县的主题：只写与自带主题不同的几项", valueName: "文件"))
  var theme: String?

  @Option(help: ArgumentHelp("数据里没有的名字怎么办", valueName: "方式"))
  var undefined = UndefinedOption.lenient

  @Flag(inversion: .prefixedNo, help: "纯文本模板：输出时转义 HTML")
  var autoescape = false

  @Flag(help: "纯文本模板：去掉标签后面的换行")
  var trimBlocks = false

  @Flag(help: "纯文本模板：去掉行首标签前面的空白")
  var lstripBlocks = false

  @Flag(help: "纯文本模板：保留末尾的换行")
  var keepTrailingNewline = false

  var whiteSpace: WhiteSpaceOptions {
    var options = WhiteSpaceOptions()
    options.trimsBlocks = trimBlocks
    options.stripsBlocks = lstripBlocks
    options.keepsTrailingNewline = keepTrailingNewline
    return options
  }

  /// What was asked for, or what the names of the files say: the output's first, then the template's.
  func format(of template: String) -> RenderFormat {
    if let format { return format }
    if let format = RenderFormat(rawValue: output.fileExtension), format != .text { return format }
    switch template.fileExtension {
    case "html", "xhtml", "htm": return .html
    case "xml": return .xml
    case "docx", "dotx", "docm", "dotm": return .docx
    default: return .text
    }
  }
}

extension String {
  /// What stands behind the last point of a path's last part, in small letters.
  var fileExtension: String {
    let name = split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }
}
