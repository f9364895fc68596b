// The data of a template: any JSON, any YAML.

internal import BatonDiagnostics
internal import BatonDocument
internal import BatonTemplate

enum DataFile {
  /// Reads a file by its extension: `.yaml` and `.yml` are YAML, everything else (and `-`) is JSON.
  static func document(_ path: String) throws(Failure) -> Document {
    let source = try InputFile.source(path)
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      do {
        return try YAMLReader.document(from: source)
      } catch {
        throw .faults(error.diagnostics)
      }
    }
    do {
      var reader = JSONReader()
      return try reader.document(from: source)
    } catch {
      throw .faults(error.diagnostics)
    }
  }
}
