// Errors of the archive, as commands end with them.

internal import BatonArchive

extension Failure {
  /// Does something with the archive, whose errors end the command.
  static func wrapping<Result>(_ body: () throws(ArchiveError) -> Result) throws(Failure) -> Result {
    do {
      return try body()
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}
