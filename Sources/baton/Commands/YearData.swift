// The year's data, read for a command.

internal import BatonReports

enum YearData {
  /// Reads a folder of tables, with every fault in it.
  ///
  /// - Throws: ``Failure`` if the folder or one of its files can't be read at all.
  static func read(folder: String) throws(Failure) -> IntakeResult {
    do {
      return Intake.read(try TableSource(folder: folder))
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}
