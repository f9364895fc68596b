// baton-conformance CASES.jsonl
//
// Renders every case of a file in the form of jinja.jsonl and prints each that Jinja2
// judged otherwise; ends with 1 if there is one. Fuzzing/differential.py makes such files.

import BatonDiagnostics
import BatonTemplate
import Foundation

@main
struct BatonConformance {
  static func main() {
    do {
      guard CommandLine.arguments.count == 2 else {
        FileHandle.standardError.write(Data("usage: baton-conformance CASES.jsonl\n".utf8))
        exit(64)
      }
      let data = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
      var (count, failures) = (0, 0)
      var reader = JSONReader()
      for line in data.split(separator: 0x0A) {
        let document = try reader.document(from: Source(name: "case", bytes: Array(line)))
        guard let item = JudgedCase(document.value) else { continue }
        count += 1
        guard let difference = item.difference() else { continue }
        failures += 1
        print("=== \(item.id)\n\(item.source)\n--- \(difference)\n")
      }
      print("\(count) cases, \(failures) differ")
      exit(failures == 0 ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
