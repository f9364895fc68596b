// A real process that changes a store, and how it ended.

import Foundation

/// One run of this program as another process.
struct Child {
  enum Ending: Hashable {
    /// It said that this many editions are there.
    case acknowledged(Int)
    /// It said why not.
    case refused(String)
    case killed(signal: Int32)
  }

  /// What the interposed library (acceptance/interpose.c) does to its system calls.
  struct Interference {
    enum Deed: String, CaseIterable { case kill, ENOSPC, EIO }

    let library: String
    /// The call that is struck, from 1; 0 strikes none.
    var step = 0
    var deed = Deed.kill
    /// Whether every later call fails too.
    var stays = false
    /// Where the calls are written down, if they are.
    var log: String?
  }

  static func run(
    _ arguments: [String], below folder: String, _ interference: Interference? = nil
  ) throws -> Ending {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/exe"))
    process.arguments = ["child"] + arguments
    if let interference {
      var environment = ProcessInfo.processInfo.environment
      environment["LD_PRELOAD"] = interference.library
      environment["ENDURE_BELOW"] = folder
      environment["ENDURE_STEP"] = String(interference.step)
      environment["ENDURE_DO"] = interference.deed.rawValue
      environment["ENDURE_STAYS"] = interference.stays ? "1" : "0"
      environment["ENDURE_LOG"] = interference.log
      process.environment = environment
    }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return .killed(signal: process.terminationStatus) }
    let words = said.split(separator: "\n").last.map(String.init) ?? "said nothing"
    if process.terminationStatus == 0, let count = Int(words) { return .acknowledged(count) }
    return .refused(words)
  }
}
