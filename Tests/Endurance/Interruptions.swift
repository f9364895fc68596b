// A process is killed, or the disk refuses, at any system call of what it does to a store.

import BatonArchive
import Foundation

/// What a process may be doing when it is struck.
enum Deed: String, CaseIterable, Sendable {
  case add, amend
}

/// Strikes a deed at its system calls and looks at what is left.
struct Interruptions {
  struct Result {
    var runCount = 0
    var struckCount = 0
    /// Runs that were struck between the first staged file and the removal of the journal.
    var insideCount = 0
    /// Runs that were struck by the kind of call.
    var histogram: [String: Int] = [:]
    var faults: [String] = []
  }

  let trial: Trial
  let library: String
  let deed: Deed
  private let scratch: Scratch
  private let keyFile: String
  /// The system calls of the deed, as `name path`.
  let calls: [String]

  init(_ trial: Trial, library: String, deed: Deed) throws {
    self.trial = trial
    self.library = library
    self.deed = deed
    scratch = try Scratch()
    keyFile = "\(scratch.path)/key.pem"
    try Data(trial.key.pem()).write(to: URL(fileURLWithPath: keyFile))
    try trial.makeStore(at: "\(scratch.path)/before", editions: deed == .add ? 0 : 1)
    var interference = Child.Interference(library: library)
    interference.log = "\(scratch.path)/calls"
    let store = try Self.copy(of: "\(scratch.path)/before", in: scratch)
    let ending = try Child.run(Self.arguments(store, keyFile, trial), below: store, interference)
    guard case .acknowledged = ending else {
      throw CocoaError(.featureUnsupported, userInfo: ["said": "\(ending)"])
    }
    let log = try String(contentsOfFile: "\(scratch.path)/calls", encoding: .utf8)
    calls = log.split(separator: "\n").map { $0.replacingOccurrences(of: store, with: "") }
  }

  private static func arguments(_ store: String, _ key: String, _ trial: Trial) -> [String] {
    ["--store", store, "--key", key, "--files", String(trial.fileCount)]
  }

  private static func copy(of store: String, in scratch: Scratch) throws -> String {
    let path = "\(scratch.path)/\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: store, toPath: path)
    return path
  }

  /// Where in the recorded calls the commit is.
  private var commit: Range<Int> {
    let first = calls.firstIndex { $0.contains("/work/incoming") } ?? 0
    let last = calls.lastIndex { $0 == "unlink /work/journal.json" } ?? calls.count - 1
    return first..<(last + 1)
  }

  /// Strikes one call, and adds what became of the store.
  func strike(
    _ step: Int, _ blow: Child.Interference.Deed, stays: Bool = false, _ result: inout Result
  ) throws {
    let store = try Self.copy(of: "\(scratch.path)/before", in: scratch)
    defer { try? FileManager.default.removeItem(atPath: store) }
    let interference = Child.Interference(library: library, step: step, deed: blow, stays: stays)
    let ending = try Child.run(Self.arguments(store, keyFile, trial), below: store, interference)
    let before = deed == .add ? 0 : 1
    var acknowledged = before
    result.runCount += 1
    switch ending {
    case .acknowledged(let count): acknowledged = count
    case .refused: result.struckCount += 1
    case .killed(9): result.struckCount += 1
    case .killed(let signal): result.faults.append("step \(step): the process died of signal \(signal)")
    }
    if commit.contains(step - 1) { result.insideCount += 1 }
    result.histogram[String(calls[step - 1].prefix { $0 != " " }), default: 0] += 1
    result.faults += trial.faults(at: store, acknowledged: acknowledged, attempted: before + 1)
      .map { "\(blow.rawValue) at step \(step) (\(calls[step - 1])): \($0)" }
  }
}
