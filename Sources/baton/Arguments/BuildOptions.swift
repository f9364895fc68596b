// What `build` and `demo` have in common: where to, which documents, in which formats.

internal import ArgumentParser
internal import BatonDocument
internal import BatonReports
internal import Glibc

struct BuildOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("输出文件夹，文书放在其中的 <县>/<年度>/", valueName: "文件夹"))
  var output = "Output"

  @Option(
    help: ArgumentHelp("要哪些格式，逗号隔开：html、docx、xml（默认全要）", valueName: "格式"), transform: formats)
  var formats = DocumentFormat.allCases

  @Option(help: ArgumentHelp("只要这些文书，逗号隔开的文书名", valueName: "文书名"), transform: words)
  var documents: [String] = []

  @Option(help: ArgumentHelp("本县的主题：只写与自带主题不同的几项", valueName: "文件"))
  var theme: String?

  @Option(help: ArgumentHelp("只要这些单位的，逗号隔开的编号、全称或简称", valueName: "单位"), transform: words)
  var units: [String] = []

  @Option(help: ArgumentHelp("同时做几份（默认与处理器数相同）", valueName: "个数"))
  var jobs: Int?

  @Flag(help: "只说明会生成什么，什么也不写")
  var dryRun = false

  @Flag(help: "材料不全也生成，缺的地方印「（缺）」")
  var allowIncomplete = false

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 要写 1 到 256 的整数") }
  }

  var selection: Selection { Selection(documents: documents, units: units) }

  var jobCount: Int { jobs ?? max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }

  private static func words(_ text: String) throws -> [String] {
    let words = text.split(whereSeparator: { ",，、".contains($0) }).map { $0.trimmingSpaces }
    return words.filter { !$0.isEmpty }
  }

  static func formats(_ text: String) throws -> [DocumentFormat] {
    let chosen = try words(text).map { word in
      guard let format = DocumentFormat.allCases.first(where: { $0.fileExtension == word.lowercased() })
      else {
        throw ValidationError("没有格式「\(word)」，可以写：html、docx、xml")
      }
      return format
    }
    guard !chosen.isEmpty else { throw ValidationError("至少写一种格式：html、docx、xml") }
    return DocumentFormat.allCases.filter(chosen.contains)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
