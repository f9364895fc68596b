// What `build` and `demo` say at the end.

internal import BatonDiagnostics
internal import BatonReports

/// A finished build, told to people or to programs.
struct BuildSummary {
  let plan: BuildPlan
  let report: BuildReport
  let seconds: Double

  /// What was refused and why, what is missing, what was made and how to open it.
  func tell(_ console: Console) {
    console.report(plan.refused.flatMap(\.blocking).uniqued.map(\.diagnostic))
    if !plan.refused.isEmpty {
      console.say("没有生成 \(plan.refused.count) 份（数据有错或不全，见上）：")
      for kind in plan.notPossible { console.say("  \(kind.text)") }
    }
    if !plan.tolerated.isEmpty {
      console.say("印了「（缺）」的地方 \(plan.tolerated.count) 处：")
      for fault in plan.tolerated { console.say("  \(fault.cell)：\(fault.found)") }
    }
    let rate = Double(report.documentCount) / max(seconds, 0.001)
    console.say(
      """
      生成文书 \(report.documentCount) 份，文件 \(report.fileCount) 个，共 \(megabytes(report.byteCount)) MB
      用时 \(seconds.toTenths) 秒，每秒 \(rate.toTenths) 份，内存最多 \(megabytes(Stopwatch.peakMemory)) MB
      打开：\(report.folder)/index.html
      """)
  }

  /// The same for programs.
  func write(_ console: Console) throws(Failure) {
    try console.write(
      json: Summary(
        folder: report.folder, documents: report.documentCount, files: report.fileCount,
        bytes: report.byteCount,
        seconds: seconds, peakMemory: Stopwatch.peakMemory,
        refused: plan.refused.map { Summary.Refused(path: $0.path, title: $0.title, faults: $0.blocking) },
        missing: plan.tolerated))
  }

  private struct Summary: Encodable {
    struct Refused: Encodable {
      let path, title: String
      let faults: [IntakeFault]
    }

    let folder: String
    let documents, files, bytes: Int
    let seconds: Double
    let peakMemory: Int
    let refused: [Refused]
    let missing: [IntakeFault]
  }

  private func megabytes(_ bytes: Int) -> String { (Double(bytes) / 1_048_576).toTenths }
}

extension [IntakeFault] {
  /// Each once, in the order of their first appearance.
  var uniqued: [IntakeFault] {
    var seen = Set<IntakeFault>()
    return filter { seen.insert($0).inserted }
  }
}
