// `baton archive compare`: one year beside another.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import BatonReports

struct ArchiveCompareCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "两个年度逐单位比较：得分、位次、等次、分项、问题",
    discussion: """
      例：
        baton archive compare 2021 2022
        baton archive compare 2019 2022 --unit 县住建局
        baton archive compare 2021 2022 --json

      单位按「单位沿革」对应：更名、划转直接同比；合并、拆分各列各的，不折算。位次比百分位，等次按自上而下的次序比。
      """)

  @Argument(help: ArgumentHelp("前一个年度", valueName: "年度"))
  var earlier: Int

  @Argument(help: ArgumentHelp("后一个年度", valueName: "年度"))
  var later: Int

  @Option(help: ArgumentHelp("只比这个单位，编号、全称或简称，哪一年的都行", valueName: "单位"))
  var unit: String?

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @OptionGroup var county: YearOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if earlier >= later { throw ValidationError("先写较早的年度") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    let opened = try store.open()
    let objects = [
      try county.object(of: earlier, in: opened), try county.object(of: later, in: opened),
    ]
    let catalogue = try store.catalogue()
    let comparison: YearComparison
    do throws(ArchiveError) {
      let years = [
        try ComparedYear(of: objects[0], in: catalogue), try ComparedYear(of: objects[1], in: catalogue),
      ]
      var between: [ComparedYear] = []
      for object in try opened.objects()
      where object.id.county == objects[0].id.county && object.id.year > earlier && object.id.year < later {
        between.append(try ComparedYear(of: object, in: catalogue))
      }
      comparison = YearComparison(
        of: objects[0].id.county, years[0], years[1], between: between, unit: unit)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    guard !comparison.lines.isEmpty else {
      throw .couldNotRun([
        Diagnostic(
          "unknown-unit", .error, "这两年都没有单位「\(unit ?? "")」", help: "写单位编号、全称或简称，哪一年的都行")
      ])
    }
    if json {
      try console.write(json: ComparisonRecord(comparison))
    } else {
      console.write(ComparisonText(comparison, isDetailed: unit != nil).text)
    }
    return .done
  }
}
