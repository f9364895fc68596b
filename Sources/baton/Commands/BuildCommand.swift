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
        baton build 年度数据.xlsx
        baton build 年度数据.xlsx --documents 谈话提纲,谈话记录 --formats docx --output 谈话
        baton build 年度数据.xlsx --units 县教育局 --dry-run
        baton build 全市/*/2022 --shard 3/8 --output 分片3

      全部成功才替换上一次的文书；失败、中断都不动它。
      """)

  @Argument(help: YearData.help)
  var data: [String]

  @Option(
    help: ArgumentHelp(
      "只做 n 份中的第 i 份，写作 i/n；几个县时按县分，一个县时按文书分，再用 baton merge 合并", valueName: "分片"),
    transform: shard)
  var shard: Shard?

  @OptionGroup var options: BuildOptions

  /// One county after another: nothing of the last one is kept while the next is made.
  func run(console: Console) async throws(Failure) -> ExitStatus {
    let counties = data.enumerated().filter { data.count == 1 || shard?.takes($0.offset) ?? true }.map(
      \.element)
    if counties.isEmpty { console.say("这一分片没有县可做") }
    var status = ExitStatus.done
    for folder in counties {
      let watch = Stopwatch()
      let result = try YearData.read(folder)
      let build = YearBuild(
        options: options, result: result, watch: watch, shard: data.count == 1 ? shard : nil)
      if try await build.run(console) != .done { status = .faultsFound }
    }
    return status
  }

  private static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else { throw ValidationError("写成 1/4、2/4 这样，前一个数不大于后一个") }
    return shard
  }
}
