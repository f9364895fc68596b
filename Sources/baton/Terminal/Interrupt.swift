// Ctrl-C: the first asks the run to stop and clean up, the second ends it at once.

internal import Glibc
internal import Synchronization

/// Whether somebody asked this process to stop.
enum Interrupt {
  private static let requested = Atomic(false)

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// From now on SIGINT and SIGTERM only ask; each may be asked once.
  static func install() {
    _ = isRequested  // made now: the handler may only touch what is already there
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupt.requested.store(true, ordering: .relaxed) }
    action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }
}
