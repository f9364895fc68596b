// What a run cost: the only place that reads the clock.

internal import Glibc

/// Time since a moment, and the process's peak memory.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double {
    let passed = start.duration(to: .now)
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
  }

  /// The most memory this process has held, in bytes; 0 where the system doesn't say.
  static var peakMemory: Int {
    var usage = rusage()
    guard getrusage(CInt(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }
}

extension Double {
  /// One digit after the point: `12.3`.
  var toTenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
