// What stands at a path, and what is in a folder, without following links.

internal import Glibc

extension SystemCall {
  package enum Kind: Sendable, Hashable {
    case file(byteCount: Int)
    case folder
    /// A link, a device, a socket.
    case other
    case absent
    /// The system does not say: no permission, a failing disk.
    case unknown(CInt)
  }

  /// What a path names. A link is itself, not what it points to, unless links are followed.
  package static func kind(of path: String, followingLinks: Bool = false) -> Kind {
    var status = stat()
    let found = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    guard found == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .absent : .unknown(errno)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file(byteCount: Int(status.st_size))
    default: .other
    }
  }

  /// The names in a folder, in the order of their bytes. A name that is no UTF-8 comes with its bad bytes replaced.
  package static func names(in folder: String) -> Result<[String], Failure> {
    guard let stream = unsafe opendir(folder) else { return .failure(Failure(code: errno)) }
    defer { unsafe closedir(stream) }
    var names = [String]()
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { return .failure(Failure(code: errno)) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
