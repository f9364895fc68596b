// 可用性: whether a file of a version can be opened as what its name says.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonXML
internal import Foundation

package enum ReadableFormat {
  /// What is wrong with a file, or `nil` if it opens; files of other endings are only read.
  package static func fault(in path: String, _ bytes: [UInt8]) -> String? {
    switch path.split(separator: ".").last {
    case "json":
      (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) == nil
        ? "不是 JSON" : nil
    case "docx", "xlsx": fault { _ = try Package(reading: bytes, file: path) }
    case "xml": fault { _ = try XMLTree(parsing: Source(name: path, bytes: bytes)) }
    case "html", "csv", "yaml":
      String(validating: bytes, as: UTF8.self) == nil && path.hasSuffix(".html") ? "不是 UTF-8 文本" : nil
    default: nil
    }
  }

  private static func fault(_ open: () throws -> Void) -> String? {
    do {
      try open()
      return nil
    } catch let error as OfficeError {
      return error.diagnostics.first?.message ?? "打不开"
    } catch {
      return "打不开"
    }
  }
}
