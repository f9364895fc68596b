// `baton archive add`: a year checked, built and sealed.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonReports
internal import Foundation

struct ArchiveAddCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "核对、生成、封存一个年度；再次提交就是修订",
    discussion: """
      例：
        baton archive add 年度数据.xlsx --user 张三 --message 审定后归档
        baton archive add 年度数据.xlsx --message 更正县教育局互评

      数据有错就不收。内容与上一版相同，什么也不做；不同就成为新的一版，并说明哪些数改了。
      """)

  @Argument(help: YearData.help)
  var data: String

  @Option(help: ArgumentHelp("这一版的说明", valueName: "文字"))
  var message: String?

  @Option(help: ArgumentHelp("谁提交的（默认是登录名）", valueName: "姓名"))
  var user: String?

  @Option(help: ArgumentHelp("装着成品 PDF 的文件夹，路径与文书相同；页数从中数出", valueName: "文件夹"))
  var pdf: String?

  @Option(help: ArgumentHelp("封存说明写到哪里（默认在档案库旁边的 封存说明/）", valueName: "文件夹"))
  var leaf: String?

  @OptionGroup var rendering: ArchiveRenderingOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup var storeOptions: StoreOptions

  func run(console: Console) async throws(Failure) -> ExitStatus {
    let watch = Stopwatch()
    let key = try key.read()
    let theme = try rendering.theme.map(InputFile.source)
    var year = try ArchiveIntake(data: data).read(rendering.formats, theme)
    if let pdf { year.pages = try counted(pdf, year.plan) }
    let staged = try await render(year, theme, console)
    try refuseIfChanged(year.inputs)
    let writer = try Failure.wrapping { () throws(ArchiveError) in
      try ArchiveWriter(at: storeOptions.path, sealingWith: key)
    }
    let handedIn = try Failure.wrapping { () throws(ArchiveError) in
      let object = try ArchiveStore(at: storeOptions.path).object(year.object)
      return try year.handedIn(
        documentsIn: staged, after: object.map { object throws(ArchiveError) in try .init(object) },
        on: ArchivedYear.Occasion(
          user: user ?? NSUserName(), message: message, time: Moment.now,
          program: Baton.configuration.version))
    }
    console.progress("封存")
    let outcome = try Failure.wrapping { () throws(ArchiveError) in try writer.commit(handedIn.submission) }
    console.progress("")
    return try tell(outcome, year, handedIn, watch, console)
  }

  private func counted(_ pdf: String, _ plan: BuildPlan) throws(Failure) -> [String: Int] {
    do {
      return try FinishedPages.count(in: pdf, of: plan)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }

  /// The documents, beside the store: on its file system, and gone when the command is over.
  private func render(
    _ year: ArchivedYear, _ theme: Source?, _ console: Console
  ) async throws(Failure) -> StagedFolder {
    let count = year.plan.documents.count
    var batch = Batch(jobs: rendering.jobCount)
    batch.isCancelled = { Interrupt.isRequested }
    batch.progress = { done in
      if done % 8 == 0 || done == count { console.progress("生成 \(done)/\(count)") }
    }
    defer { console.progress("") }
    let staged: StagedFolder
    do {
      staged = try StagedFolder(replacing: "\(storeOptions.path)-生成")
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    do throws(Build.Failure) {
      let build = try Build.embedded(year.plan, formats: year.formats, batch: batch, theme: theme)
      _ = try await build.fill(staged, as: year.object.description)
    } catch {
      throw Failure(error)
    }
    return staged
  }

  /// What was built from must be what is stored.
  private func refuseIfChanged(_ inputs: YearInputs) throws(Failure) {
    let changed: [String]
    do {
      changed = try inputs.changed(since: data)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    if let name = changed.first {
      throw .couldNotRun([
        Diagnostic("input-changed", .error, "「\(name)」在生成期间被改动了", at: .file(data), help: "保存好、关掉它，再来一次")
      ])
    }
  }
}

extension ArchiveAddCommand {
  private func tell(
    _ outcome: ArchiveWriter.Outcome, _ year: ArchivedYear, _ handedIn: ArchivedYear.HandedIn,
    _ watch: Stopwatch, _ console: Console
  ) throws(Failure) -> ExitStatus {
    let name = "\(year.object.county)\(year.object.year)年度"
    switch outcome {
    case .unchanged(let version):
      console.say("\(name)与第 \(version) 版内容相同，没有什么要归档的")
    case .committed(let version, let head):
      let leaf = try writeLeaf(year.object, version)
      try catalogue()
      for change in handedIn.changes { console.write(change.text(in: year.plan.year) + "\n") }
      console.say(
        "\(name)第 \(version) 版已封存：文书 \(year.plan.documents.count) 份，文件 \(handedIn.submission.files.count) 个")
      if version > 1 {
        console.say("改了 \(handedIn.changes.count) 个数\(handedIn.changes.isEmpty ? "" : "（见上）")")
      }
      console.say("链头：\(head.hex)")
      console.say("封存说明：\(leaf)（打印出来，与档案分开保管）")
      console.say(
        "用时 \(watch.seconds.toTenths) 秒，内存最多 \((Double(Stopwatch.peakMemory) / 1_048_576).toTenths) MB")
    }
    return .done
  }

  /// The version is sealed, whatever becomes of the catalogue: it can be made again at any time.
  private func catalogue() throws(Failure) {
    _ = try Failure.wrapping { () throws(ArchiveError) in
      try ArchiveCatalogue.current(of: ArchiveStore(at: storeOptions.path), reading: ArchivedYearReader())
    }
  }

  private func writeLeaf(_ id: ObjectID, _ version: Int) throws(Failure) -> String {
    let folder = leaf ?? "\(storeOptions.path.parentFolder)/封存说明"
    let name = "\(folder)/\(id.county)\(id.year)-第\(version)版"
    let object = try Failure.wrapping { () throws(ArchiveError) in
      try ArchiveStore(at: storeOptions.path).object(id)
    }
    guard let object, let sealed = object.version(version) else {
      preconditionFailure("what was just sealed is there")
    }
    let seal = try Failure.wrapping { () throws(ArchiveError) in try object.seal(of: version) }
    guard let leaf = SealLeaf(seal, of: sealed) else { preconditionFailure("a digest fits a QR symbol") }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in try leaf.files() {
        try Data(file.bytes).write(
          to: URL(fileURLWithPath: "\(name).\(file.fileExtension)"), options: .atomic)
      }
    } catch let error as DocumentError {
      throw .couldNotRun(error.diagnostics)
    } catch {
      throw .couldNotRun([
        Diagnostic(
          "cannot-write", .error, "已经封存，但封存说明写不到「\(folder)」", at: .file(folder),
          help: "\(error.localizedDescription)；链头：\(seal.digest.hex)")
      ])
    }
    return "\(name).html"
  }
}
