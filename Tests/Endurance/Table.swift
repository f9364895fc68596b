// What was tried, how often, and what was found.

import Foundation

/// Lines of the report, printed as they come: a full run takes minutes.
struct Table {
  private(set) var hasFaults = false
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  init(seed: UInt64) { print("种子 \(seed)") }

  mutating func add(_ what: String, _ count: String, _ faults: [String]) {
    let now = ContinuousClock.now
    let time = (now - last).formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))
    print("\(faults.isEmpty ? "✔" : "✘") \(what)：\(count)（\(time)）")
    for fault in faults.prefix(10) { print("    \(fault)") }
    if faults.count > 10 { print("    ……共 \(faults.count) 处") }
    fflush(nil)
    last = now
    if !faults.isEmpty { hasFaults = true }
  }

  /// What could not be tried here must not look as if it had been.
  func skip(_ what: String, _ why: String) { print("！ \(what)：\(why)") }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
