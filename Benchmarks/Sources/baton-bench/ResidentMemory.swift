// What the kernel counts as a process's memory.

import Foundation

/// Bytes resident now, and the most since ``forgetPeak()``.
enum ResidentMemory {
  static var now: Int { kilobytes("VmRSS:") << 10 }
  static var peak: Int { kilobytes("VmHWM:") << 10 }

  /// Writing 5 sets the peak back to what is resident (proc(5), `clear_refs`).
  static func forgetPeak() {
    let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs")
    file?.write(Data("5".utf8))
    try? file?.close()
  }

  private static func kilobytes(_ field: String) -> Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(field) }
    return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
  }
}
