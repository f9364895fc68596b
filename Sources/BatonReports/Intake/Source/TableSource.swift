// Where the year's tables come from: a folder of CSV, or bytes that are in memory already.

import BatonDiagnostics
import Foundation

/// The tables of a year, not yet decoded.
public struct TableSource: Sendable {
  /// What the user calls it: the folder as given. Every cell address begins with it.
  public let name: String
  /// By name, so that the order of a folder decides nothing.
  public let files: [TableFile]

  public init(name: String, files: [TableFile]) {
    self.name = name
    self.files = files.sorted { $0.name < $1.name }
  }

  /// Reads the `.csv` files of a folder; everything else in it is left alone.
  ///
  /// - Throws: ``IntakeError`` if the folder or one of its tables can't be read, or it holds no table.
  public init(folder path: String) throws(IntakeError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw IntakeError(
        "unreadable-folder", "打不开文件夹「\(path)」", at: .file(path), help: "核对路径，数据应是一个装着各表 .csv 的文件夹")
    }
    var files = [TableFile]()
    for name in names where name.hasSuffix(".csv") && !name.hasPrefix(".") {
      guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
        throw IntakeError(
          "unreadable-file", "读不了文件「\(name)」", at: .file("\(path)/\(name)"), help: "核对文件的权限，关掉正在占用它的程序")
      }
      files.append(TableFile(name: String(name.dropLast(4)), csv: Array(data)))
    }
    guard !files.isEmpty else {
      throw IntakeError(
        "no-table", "文件夹「\(path)」里没有一张表", at: .file(path), help: "每张表存成一个 .csv，文件名就是表名，如 单位.csv")
    }
    self.init(name: path, files: files)
  }
}
