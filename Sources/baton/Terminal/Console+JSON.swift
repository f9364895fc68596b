// Results for programs.

internal import BatonDiagnostics
internal import Foundation

extension Console {
  /// Writes a result as JSON, keys in order, so that two runs can be compared.
  func write(json value: some Encodable) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      write(Array(try encoder.encode(value)) + Array("\n".utf8))
    } catch {
      throw .couldNotRun([Diagnostic("cannot-encode", .error, "结果写不成 JSON：\(error)")])
    }
  }
}
