// baton-sample: writes a fictional county's year as a folder of CSV files.
import ArgumentParser
import Foundation
import SampleCounty

@main
struct BatonSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton-sample", abstract: "生成一个虚构县一年的考核数据（CSV 文件夹）",
    usage: "baton-sample DIR [选项]", discussion: "例：baton-sample Samples/某县2022 --units 20 --groups 3 --seed 7"
  )

  @Argument(help: "写到哪个文件夹，没有则新建")
  var directory: String

  @Option(help: "随机种子，同一种子总得同一个县")
  var seed: UInt64 = SampleCounty().seed

  @Option(help: "县名，全称")
  var county = SampleCounty().countyName

  @Option(help: "考核年度")
  var year = SampleCounty().year

  @Option(help: "这个县最近的年度：年度比它早的，是同一个县的往年，单位、人员、等次前后接得上")
  var newest: Int?

  @Option(help: "考核组数")
  var groups = SampleCounty().groupCount

  @Option(help: "单位数，12～87")
  var units = SampleCounty().unitCount

  @Option(help: "参照单位数，0～3")
  var referenced = SampleCounty().referencedUnitCount

  @Option(help: "排名序列名，「、」并列，乡镇的放在最后")
  var series = SampleCounty.standardSeries.joined(separator: "、")

  func validate() throws {
    let names = seriesNames
    guard names.count >= 2, Set(names).count == names.count else { throw ValidationError("序列至少两个，且不得重名") }
    guard (12...87).contains(units) else { throw ValidationError("单位数应在 12～87 之间") }
    guard groups >= 2, groups * 2 <= units else { throw ValidationError("考核组至少 2 个，不多于单位数的一半") }
    guard (0...3).contains(referenced) else { throw ValidationError("参照单位数应在 0～3 之间") }
    guard county.count >= 2 else { throw ValidationError("县名至少两个字") }
    guard newest.map({ (year...(year + 20)).contains($0) }) ?? true else {
      throw ValidationError("最近的年度应不早于考核年度，至多晚 20 年")
    }
    guard (1950...2100).contains(year) else { throw ValidationError("考核年度应在 1950～2100 之间") }
  }

  func run() throws {
    var sample = SampleCounty(
      seed: seed, countyName: county, year: year, series: seriesNames, groupCount: groups, unitCount: units,
      referencedUnitCount: referenced)
    sample.newestYear = newest
    let folder = URL(filePath: directory, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tables = sample.tables()
    for table in tables {
      try Data(table.csv).write(to: folder.appending(path: table.name + ".csv"), options: .atomic)
    }
    print("\(county)\(year)：\(tables.count) 张表，\(tables.map(\.csv.count).reduce(0, +)) 字节，写到 \(directory)")
  }

  private var seriesNames: [String] { series.split(separator: "、").map(String.init) }
}
