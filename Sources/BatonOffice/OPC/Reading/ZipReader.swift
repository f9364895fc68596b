// Unpacking by libzip, within limits of ours: the only file that knows its C types.

internal import BatonDiagnostics
internal import CLibZip

/// One unpacked entry.
struct ZipEntry {
  let name: String
  let content: [UInt8]
}

/// Reads a whole archive from memory.
struct ZipReader {
  private let bytes: [UInt8]
  private let file: String
  private let limits: ReadingLimits

  init(_ bytes: [UInt8], file: String, limits: ReadingLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  /// The entries in the order of the directory, folders left out.
  func entries() throws(OfficeError) -> [ZipEntry] {
    guard let directory = ZipDirectory(of: bytes) else { throw damaged("找不到压缩包的目录") }
    guard directory.entries.count <= limits.entryCount else {
      throw fault("too-many-entries", "压缩包里有 \(directory.entries.count) 个文件，超过 \(limits.entryCount) 个")
    }
    if directory.entries.contains(where: \.isEncrypted) {
      throw fault("encrypted-document", "文件加了密码，不能读取", help: "请在 Word 或 WPS 里取消密码后另存")
    }
    guard !directory.hasOverlap else { throw fault("overlapping-entries", "压缩包里的文件互相重叠，疑为恶意文件") }
    return try unsafe bytes.withUnsafeBytes { buffer in
      Result { () throws(OfficeError) in try unsafe unpack(buffer, count: directory.entries.count) }
    }.get()
  }

  private func unpack(_ buffer: UnsafeRawBufferPointer, count: Int) throws(OfficeError) -> [ZipEntry] {
    var error = unsafe zip_error_t()
    guard
      let source = unsafe zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
    else { throw damaged(unsafe String(cString: zip_error_strerror(&error))) }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      let message = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      throw damaged(message)
    }
    defer { unsafe zip_discard(archive) }
    guard unsafe zip_get_num_entries(archive, 0) == count else { throw damaged("目录与文件数不符") }
    var entries: [ZipEntry] = []
    var total = 0
    for index in 0..<count {
      let entry = try unsafe read(UInt64(index), of: archive, total: &total)
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    return entries
  }

  /// Unpacks one entry, counting as it goes: what the directory says of sizes is not believed.
  private func read(
    _ index: UInt64, of archive: OpaquePointer, total: inout Int
  ) throws(OfficeError) -> ZipEntry {
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let rawName = unsafe status.name else {
      throw damaged("第 \(index + 1) 个文件没有名称")
    }
    let name = unsafe String(cString: rawName)
    guard let handle = unsafe zip_fopen_index(archive, index, 0) else {
      throw damaged("「\(name)」无法解压：\(unsafe String(cString: zip_strerror(archive)))")
    }
    defer { unsafe zip_fclose(handle) }
    let packedCount = max(1, Int(clamping: unsafe status.comp_size))
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe zip_fread(handle, $0.baseAddress, UInt64($0.count))
      }
      guard count >= 0 else { throw damaged("「\(name)」的压缩数据损坏") }
      if count == 0 { break }
      content += block[..<Int(count)]
      total += Int(count)
      guard content.count <= limits.partByteCount, total <= limits.totalByteCount else {
        throw fault("document-too-large", "「\(name)」解压后太大，超过读取上限")
      }
      if content.count > limits.ratioFreeByteCount, content.count / packedCount > limits.ratio {
        throw fault("compression-bomb", "「\(name)」的压缩比超过 \(limits.ratio) 倍，疑为恶意文件")
      }
    }
    return ZipEntry(name: name, content: content)
  }

  private func damaged(_ detail: String) -> OfficeError {
    fault("damaged-package", "文件已损坏：\(detail)", help: "请在 Word 或 WPS 里打开、修复后另存")
  }

  private func fault(_ id: String, _ message: String, help: String? = nil) -> OfficeError {
    OfficeError([Diagnostic(id, .error, message, at: .file(file), help: help)])
  }
}
