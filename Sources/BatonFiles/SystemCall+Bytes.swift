// The bytes of files: read, written and copied piece by piece, so that a file's size is nobody's memory.

internal import Glibc

extension SystemCall {
  /// How many bytes are in memory at a time while a file is read or copied.
  package static let pieceLength = 1 << 20

  /// Writes a new file, and waits until its bytes are on the disk if they are to be synced. It must not be there yet.
  package static func write(_ bytes: [UInt8], to path: String, synced: Bool = false) -> CInt {
    creating(path) { descriptor in
      let code = unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
      return code == 0 && synced ? sync(descriptor) : code
    }
  }

  /// Copies a file to a new one, and shows each piece on the way.
  ///
  /// - Returns: which of the two calls failed, if one did.
  package static func copy(
    _ source: String, to path: String, _ show: (UnsafeRawBufferPointer) -> Void
  ) -> (reading: CInt, writing: CInt) {
    var reading: CInt = 0
    let writing = creating(path) { descriptor in
      var code: CInt = 0
      reading = unsafe pieces(of: source) { piece in
        unsafe show(piece)
        code = unsafe writeAll(piece, to: descriptor)
        return code == 0
      }
      return code
    }
    return (reading, writing)
  }

  /// Shows a file's bytes piece by piece, as long as the reader wants more. A link in the file's place is followed.
  package static func pieces(of path: String, _ show: (UnsafeRawBufferPointer) -> Bool) -> CInt {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceLength, alignment: 64)
    defer { unsafe piece.deallocate() }
    while true {
      let count = unsafe Glibc.read(descriptor, piece.baseAddress, piece.count)
      if count == 0 { return 0 }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      guard unsafe show(UnsafeRawBufferPointer(rebasing: piece[..<count])) else { return 0 }
    }
  }

  /// All bytes of a file.
  package static func read(_ path: String) -> Result<[UInt8], Failure> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Failure(code: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .failure(Failure(code: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(Failure(code: EISDIR)) }
    var code: CInt = 0
    // One more than its size, so that the end is seen and a file that has grown is read on.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, filled in
      while filled < buffer.count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let count = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
        if count == 0 { return }
        if count < 0 {
          if errno == EINTR { continue }
          code = errno
          return
        }
        filled += count
      }
    }
    if code != 0 { return .failure(Failure(code: code)) }
    return bytes.count <= Int(status.st_size) ? .success(bytes) : .failure(Failure(code: EBUSY))
  }

  private static func creating(_ path: String, _ body: (CInt) -> CInt) -> CInt {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    let code = body(descriptor)
    // Some file systems say only now that there was no room.
    let closed: CInt = Glibc.close(descriptor) == 0 ? 0 : errno
    return code == 0 ? closed : code
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> CInt {
    var offset = 0
    while offset < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += count
    }
    return 0
  }
}
