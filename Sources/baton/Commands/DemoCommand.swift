// `baton demo`: the sample county's documents from nothing but this program.

internal import ArgumentParser
internal import BatonReports
internal import SampleCounty

struct DemoCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "用内置的样例县跑一遍，看看成品",
    discussion: """
      例：
        baton demo
        baton demo --output 样例 --formats html,docx
        baton demo --years 5             连续五年，有单位更名、合并、拆分，早两年的办法不同

      样例县是虚构的。它的数据表写在输出文件夹的 样例数据/ 下，可以照着准备自己的数据。
      """)

  @Option(help: ArgumentHelp("做几年的，到最近一年为止", valueName: "几年"))
  var years = 1

  @OptionGroup var options: BuildOptions

  func validate() throws {
    if !(1...20).contains(years) { throw ValidationError("--years 要写 1 到 20 的整数") }
  }

  /// One year after another, the newest last.
  func run(console: Console) async throws(Failure) -> ExitStatus {
    var status = ExitStatus.done
    for county in SampleCounty().years(years) {
      if try await build(county, console) != .done { status = .faultsFound }
    }
    return status
  }

  private func build(_ county: SampleCounty, _ console: Console) async throws(Failure) -> ExitStatus {
    let watch = Stopwatch()
    let tables = county.tables().map { TableFile(name: $0.name, csv: $0.csv) }
    let result = Intake.read(TableSource(name: county.countyName, files: tables))
    let status = try await YearBuild(options: options, result: result, watch: watch).run(console)
    if !options.dryRun {
      let data = SampleData(
        folder: "\(options.output)/样例数据/\(county.countyName)\(county.year)", tables: tables)
      try data.write(console)
      if !options.json { console.say("样例数据：\(data.folder)（改动后用 baton build 再生成）") }
    }
    return status
  }
}
