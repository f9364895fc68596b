// The figures that issue 3 asks for beside the ratios: each a line of text with what was measured.

import BatonDiagnostics
import BatonTemplate
import CAllocations
import Foundation

/// Measures everything that has no peer, on the workload's data and template.
struct Figures {
  let dataPath: String
  let templatePath: String

  func run() throws {
    let json = Array(try Data(contentsOf: URL(filePath: dataPath)))
    let report = Array(try Data(contentsOf: URL(filePath: templatePath)))
    try reading(json)
    try encoding(json)
    try compiling(report)
    try allocations(json, report)
    try twoTasks(json, report)
    try tenThousandRows()
    try memory()
    try inheritance()
    try smallRenders()
  }

  private func line(_ name: String, _ figure: String) {
    print(name.padding(toLength: 44, withPad: " ", startingAt: 0), figure)
  }

  private func rounded(_ value: Double, _ places: Int = 3) -> String { String(format: "%.\(places)f", value) }

  // MARK: Intake

  private func reading(_ json: [UInt8]) throws {
    let source = Source(name: "data.json", bytes: json)
    let time = try medianMilliseconds {
      var reader = JSONReader()
      _ = try reader.document(from: source)
    }
    line("JSON reader", "\(rounded(Double(json.count) / time / 1e3, 0)) MB/s (\(json.count) bytes)")
  }

  private func encoding(_ json: [UInt8]) throws {
    let units = try JSONDecoder().decode(Workload.self, from: Data(json)).units
    var encoder = ValueEncoder()
    let time = try medianMilliseconds {
      for unit in units { _ = try encoder.document(encoding: unit) }
    }
    let bytes = json.count / units.count
    line("Encoder, a unit of \(bytes) bytes of JSON", "\(rounded(time / Double(units.count))) ms")
  }

  private func compiling(_ report: [UInt8]) throws {
    // The tables of the report many times over: as a large template would be.
    let text = String(decoding: report, as: UTF8.self)
    let environments = [("text", Environment()), ("XML", Environment.html())]
    for (name, environment) in environments {
      let source = Source(name: name == "XML" ? "t.html" : "t", text: text)
      let time = try medianMilliseconds {
        for _ in 0..<20 { _ = try environment.template(from: source) }
      }
      let speed = Double(report.count) * 20 / time / 1e3
      line("Compile, \(name)", "\(rounded(speed, 1)) MB/s (\(rounded(time / 20)) ms for the report)")
    }
    let plain = String(repeating: "<p>坚持以一线工作法推动重点项目提速，{{ u.name }}完成情况良好。</p>\n", count: 2000)
    for (name, environment) in environments {
      let source = Source(name: name == "XML" ? "t.html" : "t", text: plain)
      let time = try medianMilliseconds { _ = try environment.template(from: source) }
      line("Compile, \(name), 2000 paragraphs", "\(rounded(Double(plain.utf8.count) / time / 1e3, 1)) MB/s")
    }
  }

  // MARK: Rendering

  private func allocations(_ json: [UInt8], _ report: [UInt8]) throws {
    let environment = Environment.html()
    let template = try environment.template(from: Source(name: "report.html", bytes: report))
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "data.json", bytes: json))
    let units = data.value["units"]?.items ?? []
    var renderer = Renderer(environment)
    let bindings = units.map { [("u", $0)] }
    func pass() throws {
      for binding in bindings {
        _ = try renderer.withBytes(of: template, data.value, with: binding) { $0.count }
      }
    }
    try pass()
    let (count, bytes) = (allocation_count(), allocation_bytes())
    try pass()
    let documents = Double(units.count)
    line(
      "Allocations a document, steady state",
      "\(rounded(Double(allocation_count() - count) / documents, 2)) "
        + "(\(rounded(Double(allocation_bytes() - bytes) / documents, 0)) bytes)")
  }

  private func twoTasks(_ json: [UInt8], _ report: [UInt8]) throws {
    let environment = Environment.html()
    let template = try environment.template(from: Source(name: "report.html", bytes: report))
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "data.json", bytes: json))
    @Sendable func work() {
      var renderer = Renderer(environment)
      for _ in 0..<40 {
        for unit in data.value["units"]?.items ?? [] {
          _ = try? renderer.withBytes(of: template, data.value, with: [("u", unit)]) { $0.count }
        }
      }
    }
    var ratios: [Double] = []
    for _ in 0..<7 {
      let start = processorMilliseconds()
      work()
      work()
      let one = processorMilliseconds() - start
      let middle = processorMilliseconds()
      let done = DispatchSemaphore(value: 0)
      DispatchQueue.global().async {
        work()
        done.signal()
      }
      work()
      done.wait()
      ratios.append((processorMilliseconds() - middle) / one)
    }
    line("Two tasks, CPU a document against one", "\(rounded(ratios.sorted()[3], 2)) times")
  }

  private static let row = """
    <tr><td>{{ r.no }}</td><td>{{ r.name }}</td><td>{{ "%.2f"|format(r.score) }}</td><td>{{ r.note }}</td></tr>

    """

  private func rows(_ count: Int) throws -> Document {
    let rows = (0..<count).map {
      #"{"no": \#($0), "name": "第\#($0)单位", "score": \#(Double($0) / 8), "note": "按序时进度完成，完成率<95%，需加快推进"}"#
    }
    var reader = JSONReader()
    return try reader.document(
      from: Source(name: "rows.json", text: #"{"rows": [\#(rows.joined(separator: ","))]}"#))
  }

  private func tenThousandRows() throws {
    let environment = Environment.html()
    let template = try environment.template(
      from: Source(name: "t.html", text: "<table>{% for r in rows %}\(Self.row){% endfor %}</table>"))
    for count in [10_000, 100_000] {
      let data = try rows(count)
      var renderer = Renderer(environment)
      var size = 0
      let time = try medianMilliseconds {
        size = try renderer.withBytes(of: template, data.value) { $0.count }
      }
      line("\(count) rows, \(size / 1000) kB out", "\(rounded(time, 2)) ms")
    }
  }

  /// What a rendering takes beside its output: rows with filters, macros and texts of their own.
  private func memory() throws {
    let environment = Environment.html()
    let template = try environment.template(
      from: Source(
        name: "t.html",
        text: """
          {% macro cell(x) %}<td>{{ x }}</td>{% endmacro %}<table>{% for r in rows %}
          {% set name = r.name ~ '（' ~ loop.index ~ '）' %}
          <tr>{{ cell(name|upper) }}{{ cell([r.no, r.score]|join('、')) }}{{ cell(r.note|truncate(9)) }}</tr>
          {% endfor %}</table>
          """))
    for count in [1_000, 10_000, 100_000] {
      let data = try rows(count)
      var renderer = Renderer(environment)
      let before = allocated_now()
      let size = try renderer.withBytes(of: template, data.value) { $0.count }
      let held = allocated_now() - before
      line(
        "Memory, \(count) rows with macros and filters",
        "\(held / 1000) kB held for \(size / 1000) kB of output")
    }
  }

  private func inheritance() throws {
    var templates = ["page0": "<p>{% block a %}0{% endblock %}{% block b %}{{ n }}{% endblock %}</p>"]
    for level in 1...20 {
      templates["page\(level)"] =
        "{% extends 'page\(level - 1)' %}{% block a %}{{ super() }}{{ n }},{% endblock %}"
    }
    let environment = Environment(loader: DictionaryLoader(templates))
    let template = try environment.template(named: "page20")
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "d", text: #"{"n": 7}"#))
    var renderer = Renderer(environment)
    let time = try medianMilliseconds {
      for _ in 0..<1000 { _ = try renderer.withBytes(of: template, data.value) { $0.count } }
    }
    line("Inheritance 20 deep, a super() at each level", "\(rounded(time, 2)) µs")
  }

  private func smallRenders() throws {
    let environment = Environment()
    let template = try environment.template(from: Source(name: "t", text: "{{ 单位 }}：{{ 得分 }}分"))
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "d", text: #"{"单位": "县财政局", "得分": 95}"#))
    var renderer = Renderer(environment)
    let time = try medianMilliseconds {
      for _ in 0..<10_000 { _ = try renderer.withBytes(of: template, data.value) { $0.count } }
    }
    line("A small render, one renderer", "\(rounded(time / 10, 3)) µs")
    let fresh = try medianMilliseconds {
      for _ in 0..<10_000 {
        var renderer = Renderer(environment)
        _ = try renderer.withBytes(of: template, data.value) { $0.count }
      }
    }
    line("A small render, a renderer each", "\(rounded(fresh / 10, 3)) µs")
  }
}
