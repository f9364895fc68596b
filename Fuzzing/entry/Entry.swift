// The two functions that libFuzzer calls. Fuzzing/run links them to the instrumented library.

import BatonFuzzing
import Foundation

@_cdecl("LLVMFuzzerInitialize")
public func prepare(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> CInt {
  let name = ProcessInfo.processInfo.environment["BATON_FUZZ_TARGET"] ?? ""
  let theme = ProcessInfo.processInfo.environment["BATON_FUZZ_THEME"] ?? ""
  guard FuzzTarget.choose(name, theme: FileManager.default.contents(atPath: theme).map(Array.init)) else {
    FileHandle.standardError.write(Data("no target「\(name)」: \(FuzzTarget.names)\n".utf8))
    exit(64)
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
