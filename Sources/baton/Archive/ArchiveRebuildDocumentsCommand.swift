// `baton archive rebuild-documents`: the documents once more, from the archived data alone.

internal import ArgumentParser
internal import BatonArchive
internal import BatonReports

struct ArchiveRebuildDocumentsCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "rebuild-documents",
    abstract: "只凭档案里的数据和模板重新生成文书，并与当年的比对",
    discussion: """
      例：
        baton archive rebuild-documents 2022
        baton archive rebuild-documents 2022 --to 重新生成

      不读库里存的文书，存的文书丢了也行；比的是清单里当年的校验值。
      """)

  @Argument(help: ArgumentHelp("考核年度", valueName: "年度"))
  var year: Int

  @Option(help: ArgumentHelp("第几版（默认最新一版）", valueName: "版"))
  var version: Int?

  @OptionGroup var county: YearOptions

  @Option(help: ArgumentHelp("把重新生成的文书放到哪里（不写就只比对）", valueName: "文件夹"))
  var to: String?

  @Option(help: ArgumentHelp("同时做几份（默认与处理器数相同）", valueName: "个数"))
  var jobs: Int?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 要写 1 到 256 的整数") }
  }

  func run(console: Console) async throws(Failure) -> ExitStatus {
    let object = try county.object(of: year, in: storeOptions.open())
    let version = try object.chosen(version)
    var batch = Batch(jobs: jobs ?? ArchiveRenderingOptions.processorCount)
    batch.isCancelled = { Interrupt.isRequested }
    batch.progress = { done in if done % 8 == 0 { console.progress("重新生成 \(done)") } }
    defer { console.progress("") }
    let rerendering: Rerendering
    do {
      if let to { try OutputFolder(to).checkReplaceable() }
      let staged = try StagedFolder(replacing: to ?? "\(storeOptions.path)-重新生成")
      rerendering = try await Rerendering(of: version, in: object, into: staged, batch: batch)
      if to != nil { try staged.publish() }
    } catch let error as PublishingError {
      throw .couldNotRun(error.diagnostics)
    } catch let error as Build.Failure {
      throw Failure(error)
    } catch {
      throw .couldNotRun([])
    }
    console.progress("")
    tell(rerendering, version.number, console)
    return rerendering.isFaithful ? .done : .faultsFound
  }

  private func tell(_ rerendering: Rerendering, _ version: Int, _ console: Console) {
    for path in rerendering.different { console.write("不同　\(path)\n") }
    for path in rerendering.missing { console.write("现在不生成　\(path)\n") }
    for path in rerendering.additional { console.write("当年没有　\(path)\n") }
    console.say(
      "第 \(version) 版重新生成：逐字节相同 \(rerendering.equal.count) 个，不同 \(rerendering.different.count) 个，"
        + "现在不生成 \(rerendering.missing.count) 个，当年没有 \(rerendering.additional.count) 个")
  }
}
