// baton-conformance [--render] CASES.jsonl
//
// Renders every case of a file in the form of jinja.jsonl and prints each that Jinja2 judged otherwise; ends
// with 1 if there is one. With --render, prints what each rendered to, a line of JSON a case, and judges nothing:
// Fuzzing/differential.py does.

import BatonDiagnostics
import BatonTemplate
import Foundation

@main
struct BatonConformance {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.last, arguments.count == 1 || arguments.first == "--render" else {
      FileHandle.standardError.write(Data("usage: baton-conformance [--render] CASES.jsonl\n".utf8))
      exit(64)
    }
    do {
      let cases = try cases(in: Data(contentsOf: URL(filePath: path)))
      if arguments.count > 1 {
        for item in cases { FileHandle.standardOutput.write(try item.record()) }
      } else {
        exit(compare(cases) ? 0 : 1)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func cases(in data: Data) throws -> [JudgedCase] {
    var reader = JSONReader()
    return try data.split(separator: 0x0A).compactMap { line in
      JudgedCase(try reader.document(from: Source(name: "case", bytes: Array(line))).value)
    }
  }

  private static func compare(_ cases: [JudgedCase]) -> Bool {
    var failures = 0
    for item in cases {
      guard let difference = item.difference else { continue }
      failures += 1
      print("=== \(item.id)\n\(item.source)\n--- \(difference)\n")
    }
    print("\(cases.count) cases, \(failures) differ")
    return failures == 0
  }
}
