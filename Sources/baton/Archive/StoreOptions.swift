// Which store a command works on.

internal import ArgumentParser
internal import BatonArchive
internal import BatonDiagnostics
internal import BatonReports
internal import Foundation

struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("档案库（默认用环境变量 BATON_ARCHIVE，再没有就是 Archive）", valueName: "文件夹"))
  var store: String?

  /// The path as a reader would write it, without a slash at its end.
  var path: String {
    var path = store ?? ProcessInfo.processInfo.environment["BATON_ARCHIVE"] ?? "Archive"
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The store, for reading.
  func open() throws(Failure) -> ArchiveStore {
    do {
      return try ArchiveStore(at: path)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }

  /// The store's catalogue, brought up to date first.
  func catalogue() throws(Failure) -> ArchiveCatalogue {
    let store = try open()
    do {
      return try ArchiveCatalogue.current(of: store, reading: ArchivedYearReader())
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}

/// Which county's year is meant: the county need be named only where the store keeps several.
struct YearOptions: ParsableArguments {
  @Option(help: ArgumentHelp("哪个县（档案库里只有一个县时不必写）", valueName: "县名"))
  var county: String?

  /// The object of a year.
  func object(of year: Int, in store: ArchiveStore) throws(Failure) -> ArchivedObject {
    let objects: [ArchivedObject]
    do {
      objects = try store.objects()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    let found = objects.filter { $0.id.year == year && (county == nil || $0.id.county == county) }
    if let object = found.first, found.count == 1 { return object }
    let what = county.map { "「\($0)」\(year) 年" } ?? "\(year) 年"
    if found.count > 1 {
      let counties = found.map(\.id.county).joined(separator: "、")
      throw .couldNotRun([
        Diagnostic("several-counties", .error, "\(what)有几个县的档案", help: "用 --county 写明：\(counties)")
      ])
    }
    let years = objects.map { "\($0.id.county) \($0.id.year)" }.joined(separator: "、")
    throw .couldNotRun([
      Diagnostic(
        "no-archived-year", .error, "档案库里没有\(what)的档案",
        help: years.isEmpty ? "档案库还是空的，先用 baton archive add 归档" : "有这些：\(years)")
    ])
  }
}

extension ArchivedObject {
  /// A version by number, the newest without one.
  func chosen(_ number: Int?) throws(Failure) -> Version {
    guard let number else { return head }
    guard let version = version(number) else {
      throw .couldNotRun([
        Diagnostic(
          "no-such-version", .error, "「\(id)」没有第 \(number) 版", help: "有第 1 到第 \(head.number) 版")
      ])
    }
    return version
  }
}
