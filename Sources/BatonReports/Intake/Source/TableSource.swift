// Where the year's tables come from: a workbook, a folder of CSV and workbooks, or bytes that are in memory.

import BatonDiagnostics
import Foundation

/// The tables of a year, not yet decoded.
public struct TableSource: Sendable {
  /// What the user calls it: the workbook or folder as given.
  public let name: String
  /// Tables of a file each; by name, so that the order of a folder decides nothing. The addresses of their
  /// cells begin with the source's name.
  public let files: [TableFile]
  /// By name too.
  public let workbooks: [WorkbookFile]

  public init(name: String, files: [TableFile] = [], workbooks: [WorkbookFile] = []) {
    self.name = name
    self.files = files.sorted { $0.name < $1.name }
    self.workbooks = workbooks.sorted { $0.name < $1.name }
  }

  /// Reads a workbook, or a folder in which `.csv` files and workbooks lie side by side.
  ///
  /// - Throws: ``IntakeError`` if it can't be read from disk, or holds no table.
  public init(_ path: String) throws(IntakeError) {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw IntakeError("no-data", "没有「\(path)」", at: .file(path), help: "核对路径，数据是一个工作簿（.xlsx）或一个文件夹")
    }
    if isFolder.boolValue {
      try self.init(folder: path)
      return
    }
    guard !path.lowercased().hasSuffix(".csv") else {
      throw IntakeError(
        "single-table", "「\(path)」只是一张表", at: .file(path), help: "给出它所在的文件夹，各表放在一起，文件名就是表名")
    }
    self.init(name: path, workbooks: [WorkbookFile(name: path, xlsx: try Self.read(path))])
  }

  /// Reads the `.csv` files and workbooks of a folder; everything else in it is left alone.
  ///
  /// - Throws: ``IntakeError`` if the folder or one of its files can't be read, or it holds no table.
  public init(folder path: String) throws(IntakeError) {
    let contents = try Self.contents(ofFolder: path)
    guard !contents.isEmpty else {
      throw IntakeError(
        "no-table", "文件夹「\(path)」里没有一张表", at: .file(path),
        help: "放进年度数据工作簿（.xlsx），或每张表存成一个 .csv，文件名就是表名，如 单位.csv")
    }
    self.init(name: path, contents: contents)
  }

  /// Tables from files that are in memory, by the names they have in their folder.
  ///
  /// - Parameters:
  ///   - name: What the user calls the folder.
  ///   - contents: Files whose endings say what they are; any other file is left alone.
  package init(name: String, contents: [(name: String, bytes: [UInt8])]) {
    var files = [TableFile]()
    var workbooks = [WorkbookFile]()
    for (file, bytes) in contents {
      switch Self.ending(of: file) {
      case ".csv": files.append(TableFile(name: String(file.dropLast(4)), csv: bytes))
      case .some: workbooks.append(WorkbookFile(name: "\(name)/\(file)", xlsx: bytes))
      case nil: continue
      }
    }
    self.init(name: name, files: files, workbooks: workbooks)
  }

  /// The files of a folder that hold tables, by name.
  package static func contents(
    ofFolder path: String
  ) throws(IntakeError) -> [(name: String, bytes: [UInt8])] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw IntakeError(
        "unreadable-folder", "打不开文件夹「\(path)」", at: .file(path), help: "核对路径和权限，数据应是一个工作簿或装着各表的文件夹")
    }
    var contents = [(name: String, bytes: [UInt8])]()
    // `.~lock.…#` and `~$…` are what LibreOffice and Excel put beside a file that is open.
    for name in names.sorted()
    where !name.hasPrefix(".") && !name.hasPrefix("~$") && Self.ending(of: name) != nil {
      contents.append((name, try Self.read("\(path)/\(name)")))
    }
    return contents
  }

  /// What says that a file holds tables, in small letters.
  private static func ending(of name: String) -> String? {
    name.lastIndex(of: ".").map { name[$0...].lowercased() }
      .flatMap { [".csv", ".xlsx", ".xlsm", ".xls", ".et"].contains($0) ? $0 : nil }
  }

  package static func read(_ path: String) throws(IntakeError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw IntakeError(
        "unreadable-file", "读不了文件「\(path)」", at: .file(path), help: "核对文件的权限，关掉正在占用它的程序")
    }
    return Array(data)
  }
}
