// `baton archive import`: a bag becomes a version.

internal import ArgumentParser
internal import BatonArchive
internal import BatonReports

struct ArchiveImportCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "把档案包（BagIt）收进档案库，成为新的一版",
    discussion: """
      例：
        baton archive import 移交/2022
        baton archive import 移交/2022 --message 县档案馆退回件 --user 考核办

      先逐个核对校验值和文件名，有一处不对就不收，全部问题一次说清。内容与现有一版相同的不另成版。
      """)

  @Argument(help: ArgumentHelp("档案包的文件夹", valueName: "档案包"))
  var bag: String

  @Option(help: ArgumentHelp("为什么收（默认用包里写的）", valueName: "说明"))
  var message: String?

  @Option(help: ArgumentHelp("谁收的（默认用包里写的）", valueName: "姓名"))
  var user: String?

  @OptionGroup var key: KeyOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if message?.isEmpty == true { throw ValidationError("--message 不能是空的") }
    if user?.isEmpty == true { throw ValidationError("--user 不能是空的") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    let submission: Submission
    do {
      submission = try Bag(reading: bag).submission(message: message, user: user, time: Moment.now)
    } catch {
      throw .faults(error.diagnostics)
    }
    let signing = try key.read()
    do {
      switch try ArchiveWriter(at: store.path, sealingWith: signing).commit(submission) {
      case .committed(let version, let head):
        console.say("已收为「\(submission.object)」第 \(version) 版；链头 \(head.hex)")
      case .unchanged(let version):
        console.say("与「\(submission.object)」第 \(version) 版相同，没有新成一版")
      }
      _ = try ArchiveCatalogue.current(of: try ArchiveStore(at: store.path), reading: ArchivedYearReader())
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    return .done
  }
}
