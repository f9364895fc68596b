// A console that keeps what a command says, so that tests run commands without a process.

import Synchronization

@testable import baton

/// One run of the command line.
struct CommandRun {
  let status: ExitStatus
  /// What went to the output.
  let output: String
  /// What was said to the person.
  let errors: String

  init(_ arguments: String...) async {
    await self.init(arguments: arguments)
  }

  init(arguments: [String]) async {
    let output = Recording()
    let errors = Recording()
    status = await Baton.run(
      arguments, console: Console(output: { output.add($0) }, errors: { errors.add($0) }))
    self.output = output.text
    self.errors = errors.text
  }

  private final class Recording: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
  }
}
