// `baton init`: a folder to begin a year in.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonReports
internal import Foundation
internal import SampleCounty

struct InitCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建一个年度的文件夹：待填的工作簿和一份模板",
    discussion: """
      例：
        baton init 2023年度 --year 2023
        baton init 试用 --sample

      写出 年度数据.xlsx（各表的列名、说明、下拉选项都已备好）和 Templates/。
      --sample 填上虚构的样例县，可以照着填。文件夹里已有东西的，一概不动。
      """)

  @Argument(help: ArgumentHelp("新建在哪里", valueName: "文件夹"))
  var folder: String

  @Option(help: ArgumentHelp("考核年度", valueName: "年"))
  var year: Int?

  @Flag(help: "填上虚构的样例县")
  var sample = false

  func validate() throws {
    if let year, !(1950...2100).contains(year) { throw ValidationError("--year 要写 1950 到 2100 的年份") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    try refuseToOverwrite()
    let workbook = try workbook()
    do {
      let staged = try StagedFolder(replacing: folder)
      try staged.write(workbook, to: "年度数据.xlsx")
      for name in EmbeddedFiles.names {
        try staged.write(EmbeddedFiles.bytes(named: name) ?? [], to: "Templates/\(name)")
      }
      try staged.publish()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    console.say("写出「\(folder)/年度数据.xlsx」和「\(folder)/Templates/」")
    console.say(sample ? "试一试：baton build \(folder)" : "填好以后：baton check \(folder)")
    return .done
  }

  private func refuseToOverwrite() throws(Failure) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let content = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard content?.isEmpty == true else {
      throw .couldNotRun([
        Diagnostic(
          "already-exists", .error, "「\(folder)」已经有了", at: .file(folder), help: "换一个文件夹名，或先移走它")
      ])
    }
  }

  private func workbook() throws(Failure) -> [UInt8] {
    do {
      guard sample else { return try YearWorkbook(year: year).xlsx() }
      var county = SampleCounty()
      county.year = year ?? county.year
      return try YearWorkbook(county.tables().map { TableFile(name: $0.name, csv: $0.csv) }).xlsx()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}
