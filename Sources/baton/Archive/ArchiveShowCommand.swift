// `baton archive show`: the versions of a year, and what one of them holds.

internal import ArgumentParser
internal import BatonArchive

struct ArchiveShowCommand: Runnable {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "看一个年度：各版的说明，某一版里有什么")

  @Argument(help: ArgumentHelp("考核年度", valueName: "年度"))
  var year: Int

  @Option(help: ArgumentHelp("第几版（默认最新一版）", valueName: "版"))
  var version: Int?

  @OptionGroup var county: YearOptions

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let object = try county.object(of: year, in: storeOptions.open())
    let version = try object.chosen(version)
    let shown = try Failure.wrapping { () throws(ArchiveError) in try Shown(version, of: object) }
    if json { try console.write(json: shown) } else { console.write(shown.text) }
    return .done
  }

  private struct Shown: Encodable {
    struct Version: Encodable {
      let number: Int
      let time, user, message, seal: String
    }

    let object: String
    let versions: [Version]
    /// Which of them is shown.
    let version: Int
    let documents: [ArchivedDocument]
    let files: [String]

    init(_ version: ArchivedObject.Version, of object: ArchivedObject) throws(ArchiveError) {
      self.object = object.id.description
      versions = try object.versions.map { version throws(ArchiveError) in
        Version(
          number: version.number, time: version.created, user: version.user, message: version.message,
          seal: try object.seal(of: version.number).digest.hex)
      }
      self.version = version.number
      documents = try object.documents(of: version)
      files = version.files.map(\.path)
    }

    var text: String {
      var text = "\(object)\n\n"
      for version in versions {
        text +=
          "第 \(version.number) 版　\(version.time)　\(version.user)\n  \(version.message)\n  封存 \(version.seal)\n"
      }
      text += "\n第 \(version) 版：文件 \(files.count) 个，文书 \(documents.count) 份\n"
      var kinds = [String]()
      for document in documents where !kinds.contains(document.kind) { kinds.append(document.kind) }
      let rows = kinds.map { kind in
        let group = documents.filter { $0.kind == kind }
        let codes = group.compactMap(\.code)
        let range = Set(codes).count < 2 ? codes.first ?? "待补" : "\(codes[0]) 至 \(codes[codes.count - 1])"
        return [kind, String(group.count), group[0].period, range]
      }
      return text + TextTable(["文书", "份数", "期限", "档号"], rows).text
    }
  }
}
