// `baton archive list`: which years there are.

internal import ArgumentParser
internal import BatonArchive

struct ArchiveListCommand: Runnable {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出库里的年度")

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let store = try storeOptions.open()
    let years = try Failure.wrapping { () throws(ArchiveError) in
      try store.objects().map { object throws(ArchiveError) in try Row(object) }
    }
    if json {
      try console.write(json: years)
    } else if years.isEmpty {
      console.say("库里还什么都没有")
    } else {
      let rows = years.map {
        [$0.county, String($0.year), String($0.versions), String($0.documents), $0.time, $0.user, $0.message]
      }
      console.write(TextTable(["县", "年度", "版数", "文书", "最近一版", "提交人", "说明"], rows).text)
    }
    return .done
  }

  private struct Row: Encodable {
    let county: String
    let year, versions, documents: Int
    let time, user, message: String

    init(_ object: ArchivedObject) throws(ArchiveError) {
      let head = object.head
      county = object.id.county
      year = object.id.year
      versions = object.versions.count
      documents = try object.documents(of: head).count
      (time, user, message) = (head.created, head.user, head.message)
    }
  }
}
