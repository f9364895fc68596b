// Clocks and medians.

import Foundation

/// CPU time of the process, user and system, all threads.
func processorMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// The median CPU time of a call, in milliseconds.
func medianMilliseconds(of rounds: Int = 9, _ body: () throws -> Void) rethrows -> Double {
  try body()
  var times: [Double] = []
  for _ in 0..<rounds {
    let start = processorMilliseconds()
    try body()
    times.append(processorMilliseconds() - start)
  }
  return times.sorted()[rounds / 2]
}
