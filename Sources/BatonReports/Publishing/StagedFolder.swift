// A folder that appears whole or not at all: written beside its place, then switched with one rename.

internal import BatonFiles
internal import Foundation
internal import Synchronization

/// A new folder in the making, beside the one it will replace and on the same file system.
///
///     let staged = try StagedFolder(replacing: "Output/甲县/2022")
///     try staged.write(bytes, to: "本单位/报告.html")
///     try staged.publish()
///
/// Until ``publish()`` the old folder stands untouched; a staged folder that is never published vanishes. If the
/// process is killed, the next run beside it removes what was left: a live run holds a lock on its folder, a
/// dead one doesn't.
package final class StagedFolder: Sendable {
  /// Where the folder will stand.
  package let destination: String
  private let path: String
  private let descriptor: CInt
  /// Folders above the destination that were made for it, outermost first.
  private let madeParents: [String]
  private let isPublished = Atomic(false)

  /// Makes the staging folder, and removes those of dead runs for the same destination.
  package init(replacing destination: String) throws(PublishingError) {
    let destination = Self.absolute(destination)
    let url = URL(fileURLWithPath: destination)
    let parent = url.deletingLastPathComponent().path
    let prefix = ".\(url.lastPathComponent).baton-"
    self.destination = destination
    madeParents = try Self.makeFolders(parent)
    Self.putBack(destination)
    Self.sweep(parent, prefix: prefix)
    (path, descriptor) = try Self.makeLocked(in: parent, prefix: prefix)
  }

  deinit {
    SystemCall.close(descriptor)
    if isPublished.load(ordering: .acquiring) { return }
    Self.remove(path)
    for parent in madeParents.reversed() { SystemCall.removeFolder(parent) }
  }

  /// Writes one new file below the folder; the folders it needs are made. May be called from several tasks.
  package func write(_ bytes: [UInt8], to file: String) throws(PublishingError) {
    precondition(!file.split(separator: "/").contains(".."), "a document's path leaves its folder: \(file)")
    let target = "\(path)/\(file)"
    var code = SystemCall.write(bytes, to: target)
    if code == SystemCall.absent {
      _ = try Self.makeFolders(URL(fileURLWithPath: target).deletingLastPathComponent().path)
      code = SystemCall.write(bytes, to: target)
    }
    if code != 0 { throw .system("写入", "\(destination)/\(file)", code) }
  }

  /// Where a new file may be put by somebody else; the folders it needs are made.
  package func room(for file: String) throws(PublishingError) -> String {
    precondition(!file.split(separator: "/").contains(".."), "a document's path leaves its folder: \(file)")
    let place = place(of: file)
    _ = try Self.makeFolders(URL(fileURLWithPath: place).deletingLastPathComponent().path)
    return place
  }

  /// Where a file lies until the folder is published.
  package func place(of file: String) -> String { "\(path)/\(file)" }

  /// Puts the folder in its place, in one step, and removes the one that stood there.
  package func publish() throws(PublishingError) {
    try Self.check(SystemCall.syncFileSystem(of: descriptor), "存盘", destination)
    let exchanged = SystemCall.exchange(path, destination)
    if exchanged != 0 {
      try switchByMoving()
    }
    isPublished.store(true, ordering: .releasing)
    if exchanged == 0 { Self.remove(path) }
    try Self.syncParent(of: destination)
  }

  /// For a first publication, and for file systems that can't swap two names.
  private func switchByMoving() throws(PublishingError) {
    let code = SystemCall.move(path, to: destination)
    if code == 0 { return }
    guard code == SystemCall.notEmpty || code == SystemCall.exists else {
      throw .system("放置", destination, code)
    }
    let aside = Self.aside(of: destination)
    try Self.check(SystemCall.move(destination, to: aside), "移开", destination)
    let moved = SystemCall.move(path, to: destination)
    if moved != 0 {
      try Self.check(SystemCall.move(aside, to: destination), "放回", destination)
      throw .system("放置", destination, moved)
    }
    Self.remove(aside)
  }
}

extension StagedFolder {
  /// Absolute, so that a later change of the working directory changes nothing.
  private static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    return URL(fileURLWithPath: full).standardizedFileURL.path
  }

  /// Makes a folder and those above it. Returns the ones that were missing, outermost first.
  private static func makeFolders(_ path: String) throws(PublishingError) -> [String] {
    var made: [String] = []
    var missing = [path]
    while let folder = missing.last {
      switch SystemCall.makeFolder(folder) {
      case 0: made.append(missing.removeLast())
      case SystemCall.exists: missing.removeLast()
      case SystemCall.absent where folder != "/":
        missing.append(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
      case let code: throw .system("建立文件夹", folder, code)
      }
    }
    return made
  }

  /// Makes a folder with a free name and takes its lock, before a sweep of another run can take it for dead.
  private static func makeLocked(
    in parent: String, prefix: String
  ) throws(PublishingError) -> (path: String, descriptor: CInt) {
    while true {
      let path = "\(parent)/\(prefix)\(UInt64.random(in: .min ... .max))"
      let code = SystemCall.makeFolder(path)
      if code == SystemCall.exists { continue }
      try check(code, "建立文件夹", path)
      guard case .success(let descriptor) = SystemCall.openFolder(path) else { continue }
      if SystemCall.lock(descriptor), SystemCall.isStill(descriptor, at: path) { return (path, descriptor) }
      SystemCall.close(descriptor)
    }
  }

  /// Where the old folder waits while two moves stand for one swap.
  private static func aside(of destination: String) -> String {
    let url = URL(fileURLWithPath: destination)
    return url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).previous").path
  }

  /// Puts the old folder back if a run died between the two moves of ``switchByMoving()``.
  private static func putBack(_ destination: String) {
    let aside = aside(of: destination)
    guard FileManager.default.fileExists(atPath: aside) else { return }
    let code = SystemCall.move(aside, to: destination)
    if code == SystemCall.notEmpty || code == SystemCall.exists { remove(aside) }
  }

  /// Removes the staging folders whose runs have died: nobody holds their locks.
  private static func sweep(_ parent: String, prefix: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      guard case .success(let descriptor) = SystemCall.openFolder(path) else { continue }
      if SystemCall.lock(descriptor) { remove(path) }
      SystemCall.close(descriptor)
    }
  }

  /// Removes a folder and what is in it. What can't be removed is left for the next sweep.
  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func syncParent(of destination: String) throws(PublishingError) {
    let parent = URL(fileURLWithPath: destination).deletingLastPathComponent().path
    guard case .success(let descriptor) = SystemCall.openFolder(parent) else { return }
    defer { SystemCall.close(descriptor) }
    try check(SystemCall.sync(descriptor), "存盘", parent)
  }

  private static func check(_ code: CInt, _ action: String, _ path: String) throws(PublishingError) {
    if code != 0 { throw .system(action, path, code) }
  }
}
