// `baton build`: a year's documents from its data.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonReports

struct BuildCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "由数据生成全年文书",
    discussion: """
      例：
        baton build 数据文件夹
        baton build 数据文件夹 --documents 谈话提纲,谈话记录 --formats docx --output 谈话
        baton build 数据文件夹 --units 县教育局 --dry-run

      全部成功才替换上一次的文书；失败、中断都不动它。
      """)

  @Argument(help: ArgumentHelp("装着各表 .csv 的文件夹", valueName: "数据"))
  var data: String

  @OptionGroup var options: BuildOptions

  func run(console: Console) async throws(Failure) -> ExitStatus {
    let watch = Stopwatch()
    let result = try YearData.read(folder: data)
    return try await YearBuild(options: options, result: result, watch: watch).run(console)
  }
}
