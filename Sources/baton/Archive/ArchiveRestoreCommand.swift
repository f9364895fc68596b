// `baton archive restore`: a version's files as they were handed in.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import BatonReports
internal import Foundation

struct ArchiveRestoreCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "取出一版，逐字节同当年",
    discussion: """
      例：
        baton archive restore 2022 --to 取出
        baton archive restore 2022 --version 1 --to 取出

      边取边核对每个文件的校验值：全部对得上才放到指定的文件夹，有一个不对就什么也不留。
      """)

  @Argument(help: ArgumentHelp("考核年度", valueName: "年度"))
  var year: Int

  @Option(help: ArgumentHelp("第几版（默认最新一版）", valueName: "版"))
  var version: Int?

  @OptionGroup var county: YearOptions

  @Option(help: ArgumentHelp("取到哪里（新文件夹，或空的）", valueName: "文件夹"))
  var to: String

  @OptionGroup var storeOptions: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let content = try? FileManager.default.contentsOfDirectory(atPath: to)
    guard content?.isEmpty ?? !FileManager.default.fileExists(atPath: to) else {
      throw .couldNotRun([
        Diagnostic("already-exists", .error, "「\(to)」里已有东西", at: .file(to), help: "换一个文件夹名，或先移走它")
      ])
    }
    let object = try county.object(of: year, in: storeOptions.open())
    let version = try object.chosen(version)
    defer { console.progress("") }
    do {
      let staged = try StagedFolder(replacing: to)
      for (index, file) in version.files.enumerated() {
        if Interrupt.isRequested { throw Failure.interrupted }
        if index % 64 == 0 { console.progress("取出 \(index)/\(version.files.count)") }
        try object.copy(file, to: try staged.room(for: file.path))
      }
      try staged.publish()
    } catch let error as ArchiveError {
      throw .couldNotRun(error.diagnostics)
    } catch let error as PublishingError {
      throw .couldNotRun(error.diagnostics)
    } catch let error as Failure {
      throw error
    } catch {
      throw .couldNotRun([Diagnostic("cannot-write", .error, "取不出来：\(error)")])
    }
    console.progress("")
    console.say("取出 \(object.id) 第 \(version.number) 版，文件 \(version.files.count) 个，校验值全部相符：\(to)")
    return .done
  }
}
