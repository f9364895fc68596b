// `baton archive rebuild`: the catalogue from nothing but the store.

internal import ArgumentParser
internal import BatonArchive
internal import BatonReports

struct ArchiveRebuildCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "由档案库重建检索目录",
    discussion: """
      例：
        baton archive rebuild --store 档案库

      检索目录只为查找方便，全部由档案库推出，丢了、坏了都可以重建；档案库本身一个字节也不动。
      """)

  @OptionGroup var store: StoreOptions

  func run(console: Console) throws(Failure) -> ExitStatus {
    let watch = Stopwatch()
    let opened = try store.open()
    console.progress("重建检索目录")
    defer { console.progress("") }
    do {
      let catalogue = try ArchiveCatalogue.rebuilt(from: opened, reading: ArchivedYearReader())
      let counts = try catalogue.counts().map { "\($0.name) \($0.count)" }.joined(separator: "，")
      console.say("检索目录已重建：\(counts)，用时 \(watch.seconds.toTenths) 秒")
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    return .done
  }
}
