// What somebody hands us as a document: told apart, unpacked, and made a package; or refused in words that say
// what it is and what to do.

import BatonDiagnostics

extension Package {
  /// Reads `.docx`, `.docm`, `.dotx` and Flat OPC.
  ///
  /// Parts keep their bytes. Every XML part is well-formed and free of document types. Diagnostics call it
  /// `file`.
  ///
  /// - Throws: `OfficeError` for what is encrypted, of an older format, damaged, oversized or no package.
  package init(reading bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits())
    throws(OfficeError)
  {
    let reader = PackageReader(file: file, limits: limits)
    switch try reader.format(of: bytes) {
    case .zip: self = try reader.package(unzipping: bytes)
    case .flatOPC: self = try reader.package(flat: bytes)
    }
  }
}

/// Reads one file.
struct PackageReader {
  enum Format { case zip, flatOPC }

  let file: String
  let limits: ReadingLimits

  func format(of bytes: [UInt8]) throws(OfficeError) -> Format {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    // OLE2, MS-CFB §2.2: an encrypted package, or a document of Word 97–2003.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      throw bytes.contains(name)
        ? fault("encrypted-document", "文件加了密码，不能读取", help: "请在 Word 或 WPS 里取消密码后另存")
        : fault("legacy-document", "这是旧版 .doc 文件，不能读取", help: "请在 Word 或 WPS 里另存为 .docx")
    }
    let start = bytes.prefix(512)
    if start.contains(UInt8(ascii: "<")),
      !start.contains(0) || start.starts(with: [0xFF, 0xFE])
        || start.starts(with: [0xFE, 0xFF])
    {
      return .flatOPC
    }
    throw fault("not-a-package", "这不是 Word 文档", help: "请选择 .docx 或 Word XML 文档")
  }

  func fault(_ id: String, _ message: String, part: String? = nil, help: String? = nil) -> OfficeError {
    let place: Diagnostic.Place = part.map { .part(file: file, part: $0, paragraph: "") } ?? .file(file)
    return OfficeError([Diagnostic(id, .error, message, at: place, help: help)])
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands somewhere.
  fileprivate func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var index = 0
    while let candidate = self[index...].firstIndex(of: first), candidate + word.count <= count {
      if self[candidate..<(candidate + word.count)].elementsEqual(word) { return true }
      index = candidate + 1
    }
    return false
  }
}
