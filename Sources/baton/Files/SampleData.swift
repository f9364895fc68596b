// The sample county's tables beside its documents, for people to look at and to change.

internal import BatonReports
internal import Foundation

struct SampleData {
  let folder: String
  let tables: [TableFile]

  /// Writes the tables; a folder that is already there stays as somebody may have changed it.
  func write(_ console: Console) throws(Failure) {
    if FileManager.default.fileExists(atPath: folder) {
      if !isUnchanged { console.say("样例数据已有改动，保留不动；要恢复原样，先删去「\(folder)」") }
      return
    }
    do {
      let staged = try StagedFolder(replacing: folder)
      for table in tables { try staged.write(table.csv, to: "\(table.name).csv") }
      try staged.publish()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }

  private var isUnchanged: Bool {
    tables.allSatisfy { table in
      FileManager.default.contents(atPath: "\(folder)/\(table.name).csv") == Data(table.csv)
    }
  }
}
