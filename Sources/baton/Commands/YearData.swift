// The year's data, read for a command.

internal import ArgumentParser
internal import BatonReports

enum YearData {
  /// How the data is named on the command line.
  static let help = ArgumentHelp("年度数据工作簿（.xlsx），或装着各表（.csv、.xlsx）的文件夹", valueName: "数据")

  /// Reads a workbook or a folder of tables, with every fault in it.
  ///
  /// - Throws: ``Failure`` if it can't be read from disk at all.
  static func read(_ path: String) throws(Failure) -> IntakeResult { Intake.read(try source(path)) }

  /// The files of a workbook or a folder of tables.
  static func source(_ path: String) throws(Failure) -> TableSource {
    do {
      return try TableSource(path)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}
