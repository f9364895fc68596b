// baton-bench docx DATA.json OUTDIR ROUNDS --template FILE [--tasks N]
//
// The same protocol as for pages; one document is a finished `.docx`, and its file written anew where OUTDIR is not
// `-`. Run in the folder of this package: the theme is the project's. With tasks, the documents of a pass are handed out by index.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Foundation
import Synchronization

/// Word documents, from a template of either vocabulary.
struct DocxBench {
  private let environment: DocumentEnvironment
  private let template: DocumentTemplate
  private let data: Document
  private let properties = DocumentProperties(title: "完成情况报告", unit: "县委组织部")

  init(data path: String, template: String) throws {
    let folder = URL(filePath: template).deletingLastPathComponent().path
    let theme = try Theme(parsing: Self.source("../Templates/theme.yaml"))
    environment = DocumentEnvironment(loader: Folder(path: folder), theme: theme, undefined: .default)
    self.template = try environment.template(
      named: URL(filePath: template).lastPathComponent, for: [.docx])
    var reader = JSONReader()
    data = try reader.document(from: Self.source(path))
  }

  private struct Folder: Loader {
    let path: String

    func source(named name: String) throws(TemplateError) -> Source? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { Source(name: name, bytes: Array($0)) }
    }
  }

  private static func source(_ path: String) throws -> Source {
    Source(name: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }

  private var units: [Document.Value] { data.value["units"]?.items ?? [] }

  func write(to folder: String) throws {
    var renderer = DocumentRenderer(environment)
    for unit in units {
      let name = unit["id"]?.integer.map(String.init) ?? "unit"
      let file = try bytes(of: unit, with: &renderer)
      try Data(file).write(to: URL(filePath: "\(folder)/\(name).docx"))
    }
  }

  func measure(_ rounds: Int, tasks: Int, folder: String, load: Double) async throws {
    let before = ResidentMemory.now
    ResidentMemory.forgetPeak()
    let size = try await pass(0, tasks, folder)
    let peak = ResidentMemory.peak - before
    var wall: [Double] = []
    var cpu: [Double] = []
    for round in 1...rounds {
      let start = ContinuousClock.now
      let cpuStart = processorMilliseconds()
      _ = try await pass(round, tasks, folder)
      cpu.append((processorMilliseconds() - cpuStart) / Double(units.count))
      wall.append(BatonBench.milliseconds(since: start) / Double(units.count))
      removeFiles(of: round, folder)
    }
    removeFiles(of: 0, folder)
    print(
      """
      {"peer": "baton", "load_ms": \(load), "docs": \(units.count), "ms": \(wall), "cpu": \(cpu), \
      "bytes": \(Double(size) / Double(units.count)), "peak": \(peak)}
      """)
  }

  /// All documents once, in new files: the sum of their sizes.
  private func pass(_ round: Int, _ tasks: Int, _ folder: String) async throws -> Int {
    let units = units
    let next = NextIndex()
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<tasks {
        group.addTask {
          var renderer = DocumentRenderer(environment)
          var size = 0
          while let index = next.take(below: units.count) {
            let file = try bytes(of: units[index], with: &renderer)
            size += file.count
            if folder != "-" { try writeNew(file, path(index, round, folder)) }
          }
          return size
        }
      }
      return try await group.reduce(0, +)
    }
  }

  /// A process has names of its own: two may write into one folder.
  private func path(_ index: Int, _ round: Int, _ folder: String) -> String {
    "\(folder)/\(getpid())-\(round)-\(index).docx"
  }

  private func removeFiles(of round: Int, _ folder: String) {
    guard folder != "-" else { return }
    for index in units.indices { unlink(path(index, round, folder)) }
  }

  private func bytes(of unit: Document.Value, with renderer: inout DocumentRenderer) throws -> [UInt8] {
    try renderer.render(template, data.value, with: [("u", unit)], as: [.docx], properties: properties)[0]
  }
}

/// As `floor.c` writes: creates, writes, closes.
private func writeNew(_ bytes: [UInt8], _ path: String) throws {
  let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
  guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
  defer { close(file) }
  guard write(file, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
}

/// Hands out the numbers from 0 on, each once.
private final class NextIndex: Sendable {
  private let next = Atomic(0)

  func take(below end: Int) -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < end ? index : nil
  }
}
