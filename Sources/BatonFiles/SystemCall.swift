// The few system calls that whole-or-nothing output is made of. Each returns `errno` on failure.

internal import CLinux
internal import Glibc

package enum SystemCall {
  package static let noSpace = ENOSPC
  package static let noPermission = EACCES
  package static let readOnly = EROFS
  package static let exists = EEXIST
  package static let absent = ENOENT
  package static let notEmpty = ENOTEMPTY

  /// The system's words for an error number.
  package static func message(_ code: CInt) -> String {
    unsafe String(cString: strerror(code))
  }

  /// Makes one folder.
  package static func makeFolder(_ path: String) -> CInt {
    unsafe mkdir(path, 0o777) == 0 ? 0 : errno
  }

  /// Removes one empty folder.
  @discardableResult package static func removeFolder(_ path: String) -> CInt {
    unsafe rmdir(path) == 0 ? 0 : errno
  }

  @discardableResult package static func removeFile(_ path: String) -> CInt {
    unsafe unlink(path) == 0 ? 0 : errno
  }

  /// Opens a folder, so that it can be locked and synced.
  package static func openFolder(_ path: String) -> Result<CInt, Failure> {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    return descriptor >= 0 ? .success(descriptor) : .failure(Failure(code: errno))
  }

  package static func close(_ descriptor: CInt) { _ = Glibc.close(descriptor) }

  /// Takes the lock of an open folder without waiting; the system gives it back when the process ends, however it ends.
  package static func lock(_ descriptor: CInt) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Takes the lock of an open folder, waiting for whoever has it; a shared one only for those who want it alone.
  package static func lockWaiting(_ descriptor: CInt, shared: Bool = false) -> Bool {
    while flock(descriptor, shared ? LOCK_SH : LOCK_EX) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Whether an open folder is still what its path names: it may have been swept between opening and locking.
  package static func isStill(_ descriptor: CInt, at path: String) -> Bool {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0, unsafe lstat(path, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Writes everything of the file system that holds an open folder to the disk: one wait, however many files.
  package static func syncFileSystem(of descriptor: CInt) -> CInt { baton_sync_file_system(descriptor) }

  package static func sync(_ descriptor: CInt) -> CInt { fsync(descriptor) == 0 ? 0 : errno }

  /// Swaps two existing names in one step.
  package static func exchange(_ left: String, _ right: String) -> CInt {
    unsafe baton_exchange(left, right)
  }

  /// Renames; a folder already there must be empty.
  package static func move(_ from: String, to: String) -> CInt {
    unsafe rename(from, to) == 0 ? 0 : errno
  }

  package struct Failure: Error { package let code: CInt }
}
