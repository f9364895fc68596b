// `baton results`: scores, places, grades, quotas, awards and bonuses of a year.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonReports

struct ResultsCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "算出全年结果：得分、位次、等次、名额、奖励、奖金",
    discussion: """
      例：
        baton results 数据文件夹
        baton results 数据文件夹 --json > 结果.json

      数据有错时，不受影响的照样给出；给不出的列在最后（--json 里是 missing）。
      """)

  @Argument(help: YearData.help)
  var data: String

  @Flag(help: "结果输出为 JSON，给程序读：每个数都有精确值和展示值")
  var json = false

  func run(console: Console) throws(Failure) -> ExitStatus {
    let intake = try YearData.read(data)
    let errors = intake.faults.filter { $0.severity == .error }
    guard let year = intake.year, let results = intake.results else {
      throw .faults(errors.map(\.diagnostic))
    }
    console.report(errors.map(\.diagnostic))
    if json {
      try console.write(json: ResultsRecord(results, of: year))
    } else {
      console.write(ResultsText(results, of: year).text)
    }
    return errors.isEmpty ? .done : .faultsFound
  }
}
