// baton-bench html|text|docx DATA.json OUTDIR ROUNDS --template FILE
// baton-bench figures DATA.json --template FILE
//
// The driver protocol of workload/peers.py: 0 rounds write one file a unit; more print one JSON line with the
// CPU and wall milliseconds a document of every pass.

import BatonDiagnostics
import BatonTemplate
import Foundation

@main
struct BatonBench {
  let environment: Environment
  let template: Template
  let data: Document
  let fileExtension: String

  static func main() async {
    do {
      try await run()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func run() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 5, arguments[1] == "figures", arguments[3] == "--template" {
      return try Figures(dataPath: arguments[2], templatePath: arguments[4]).run()
    }
    guard arguments.count >= 7, arguments[5] == "--template", let rounds = Int(arguments[4]) else {
      FileHandle.standardError.write(
        Data("usage: baton-bench html|text|docx DATA.json OUTDIR ROUNDS --template FILE\n".utf8))
      exit(64)
    }
    let start = ContinuousClock.now
    if arguments[1] == "docx" {
      let bench = try DocxBench(data: arguments[2], template: arguments[6])
      if rounds == 0 { return try bench.write(to: arguments[3]) }
      let tasks = arguments.count > 8 && arguments[7] == "--tasks" ? Int(arguments[8]) ?? 1 : 1
      return try await bench.measure(
        rounds, tasks: tasks, folder: arguments[3], load: milliseconds(since: start))
    }
    let bench = try BatonBench(kind: arguments[1], data: arguments[2], template: arguments[6])
    let load = milliseconds(since: start)
    if rounds == 0 {
      try bench.write(to: arguments[3])
    } else {
      try bench.measure(rounds, load: load)
    }
  }

  init(kind: String, data path: String, template: String) throws {
    environment = kind == "html" ? .html() : Environment(whiteSpace: Self.keepingNewline)
    self.template = try environment.template(from: Self.source(template))
    var reader = JSONReader()
    data = try reader.document(from: Self.source(path))
    fileExtension = kind == "html" ? "html" : "txt"
  }

  private static var keepingNewline: WhiteSpaceOptions {
    var options = WhiteSpaceOptions()
    options.keepsTrailingNewline = true
    return options
  }

  private static func source(_ path: String) throws -> Source {
    Source(name: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }

  private var units: [Document.Value] { data.value["units"]?.items ?? [] }

  private func write(to folder: String) throws {
    var renderer = Renderer(environment)
    for unit in units {
      let bytes = try renderer.withBytes(of: template, data.value, with: [("u", unit)]) { Data($0) }
      let name = unit["id"]?.integer.map(String.init) ?? "unit"
      try bytes.write(to: URL(filePath: "\(folder)/\(name).\(fileExtension)"))
    }
  }

  private func measure(_ rounds: Int, load: Double) throws {
    let units = units
    var renderer = Renderer(environment)
    func pass() throws -> Int {
      var size = 0
      for unit in units {
        size += try renderer.withBytes(of: template, data.value, with: [("u", unit)]) { $0.count }
      }
      return size
    }
    let size = try pass()
    var wall: [Double] = []
    var cpu: [Double] = []
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let cpuStart = processorMilliseconds()
      _ = try pass()
      cpu.append((processorMilliseconds() - cpuStart) / Double(units.count))
      wall.append(Self.milliseconds(since: start) / Double(units.count))
    }
    let line = """
      {"peer": "baton", "load_ms": \(load), "docs": \(units.count), "ms": \(wall), "cpu": \(cpu), \
      "bytes": \(Double(size) / Double(units.count))}
      """
    print(line)
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }
}
