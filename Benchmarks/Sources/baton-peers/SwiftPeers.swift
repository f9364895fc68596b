// baton-peers stencil|mustache DATA.json OUTDIR ROUNDS --template FILE
//
// Other template engines written in Swift, by the driver protocol of workload/peers.py. Neither formats numbers:
// Stencil is given a filter, Mustache finds its figures written with two places in its data.

import Foundation
import Mustache
import Stencil

@main
struct SwiftPeers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 7, arguments[5] == "--template", let rounds = Int(arguments[4]) else {
      FileHandle.standardError.write(
        Data("usage: baton-peers stencil|mustache DATA.json OUTDIR ROUNDS --template FILE\n".utf8))
      exit(64)
    }
    let source = try String(contentsOf: URL(filePath: arguments[6]), encoding: .utf8)
    let data = try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: arguments[2])))
    let isMustache = arguments[1] == "mustache"
    guard var shared = data.plain(writesFigures: isMustache) as? [String: Any],
      let units = shared.removeValue(forKey: "units") as? [[String: Any]]
    else { exit(65) }
    let render = isMustache ? try mustache(source) : try stencil(source)
    if rounds == 0 {
      for unit in units {
        let text = try render(shared.merging(["u": unit]) { $1 })
        try text.write(toFile: "\(arguments[3])/\(unit["id"] ?? 0).html", atomically: false, encoding: .utf8)
      }
      return
    }
    var size = 0
    for unit in units { size += try render(shared.merging(["u": unit]) { $1 }).utf8.count }
    var (wall, cpu): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      let (start, cpuStart) = (ContinuousClock.now, processorMilliseconds())
      for unit in units { _ = try render(shared.merging(["u": unit]) { $1 }).utf8.count }
      cpu.append((processorMilliseconds() - cpuStart) / Double(units.count))
      wall.append((ContinuousClock.now - start) / .milliseconds(1) / Double(units.count))
    }
    let mean = Double(size) / Double(units.count)
    print(
      #"{"peer": "\#(arguments[1])", "docs": \#(units.count), "ms": \#(wall), "cpu": \#(cpu), "bytes": \#(mean)}"#
    )
  }

  private static func mustache(_ source: String) throws -> ([String: Any]) throws -> String {
    let template = try MustacheTemplate(string: source)
    return { template.render($0) }
  }

  private static func stencil(_ source: String) throws -> ([String: Any]) throws -> String {
    let library = Extension()
    library.registerFilter("fixed2") { value in
      (value as? Double).map { String(format: "%.2f", $0) } ?? (value as? Int).map { "\($0).00" }
    }
    let template = Template(templateString: source, environment: Environment(extensions: [library]))
    return { try template.render($0) }
  }

  private static func processorMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

/// JSON as the engines want it: plain Swift values.
enum Value: Decodable {
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([Value])
  case record([String: Value])

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? single.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? single.decode(Double.self) {
      self = .number(value)
    } else if let value = try? single.decode(String.self) {
      self = .text(value)
    } else if let value = try? single.decode([Value].self) {
      self = .list(value)
    } else {
      self = .record(try single.decode([String: Value].self))
    }
  }

  func plain(writesFigures: Bool) -> Any {
    switch self {
    case .bool(let value): value
    case .integer(let value): value
    case .number(let value): writesFigures ? String(format: "%.2f", value) : value
    case .text(let value): value
    case .list(let values): values.map { $0.plain(writesFigures: writesFigures) }
    case .record(let fields): fields.mapValues { $0.plain(writesFigures: writesFigures) }
    }
  }
}
