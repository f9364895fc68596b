// `baton archive export`: a year as a bag for whoever keeps it next.

internal import ArgumentParser
internal import BatonArchive

struct ArchiveExportCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "把一年的档案装成档案包（BagIt 1.0），移交用",
    discussion: """
      例：
        baton archive export 2022 --bag 移交/2022
        baton archive export 2022 --version 1 --bag 移交/2022初稿

      包里有全部文件、两套校验值，还有这一版的封存记录、签名和公钥。写全了才出现，中断不留半包。
      """)

  @Argument(help: ArgumentHelp("考核年度", valueName: "年度"))
  var year: Int

  @Option(help: ArgumentHelp("档案包放在哪里，须是还没有的文件夹", valueName: "文件夹"))
  var bag: String

  @Option(help: ArgumentHelp("第几版（默认最新一版）", valueName: "版"))
  var version: Int?

  @OptionGroup var county: YearOptions
  @OptionGroup var store: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let opened = try store.open()
    let object = try county.object(of: year, in: opened)
    let chosen = try object.chosen(version)
    var target = bag
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    do {
      let summary = try BagExport(of: chosen, in: object, of: opened).write(to: target)
      console.say(
        "\(object.id.county) \(year) 年第 \(chosen.number) 版已装包：\(target)，"
          + "\(summary.fileCount) 个文件，\(summary.byteCount) 字节")
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    return .done
  }
}
