// 页数: counted in the PDF that somebody made of a finished document, never estimated.

internal import BatonDiagnostics
internal import CLibQPDF
internal import Foundation

/// The pages of PDF files that lie as the documents do: `本单位/县教育局/反馈意见书.pdf`.
package enum FinishedPages {
  /// How many pages each document has, by its path without extension; documents without a PDF are left out.
  ///
  /// - Throws: ``IntakeError`` if there is no such folder, or a file in it is no PDF.
  package static func count(in folder: String, of plan: BuildPlan) throws(IntakeError) -> [String: Int] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw IntakeError("no-pdf", "没有文件夹「\(folder)」", at: .file(folder), help: "写装着各份 PDF 的文件夹，里面的路径与文书相同")
    }
    var pages = [String: Int]()
    for document in plan.documents {
      let file = "\(folder)/\(document.path).pdf"
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      guard let count = Self.count(Array(data)) else {
        throw IntakeError("bad-pdf", "「\(file)」不是完好的 PDF", at: .file(file), help: "重新导出这一份，或删去它，页数先空着")
      }
      pages[document.path] = count
    }
    return pages
  }

  /// How many pages a PDF has, or `nil` if it is none, or damaged.
  static func count(_ bytes: [UInt8]) -> Int? {
    var pdf = unsafe qpdf_init()
    defer { unsafe qpdf_cleanup(&pdf) }
    unsafe qpdf_silence_errors(pdf)
    unsafe qpdf_set_suppress_warnings(pdf, QPDF_BOOL(QPDF_TRUE))
    unsafe qpdf_set_attempt_recovery(pdf, QPDF_BOOL(QPDF_FALSE))
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let chars = unsafe UnsafeRawBufferPointer(buffer).bindMemory(to: CChar.self)
      let status = unsafe qpdf_read_memory(pdf, "pdf", chars.baseAddress, UInt64(chars.count), nil)
      // Bit 1 is an error, bit 0 a warning.
      guard status & 2 == 0 else { return nil }
      let count = unsafe qpdf_get_num_pages(pdf)
      return count > 0 ? Int(count) : nil
    }
  }
}
