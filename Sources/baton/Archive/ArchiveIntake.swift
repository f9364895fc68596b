// A year read for the archive: without an error, or not at all.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonReports
internal import Glibc

struct ArchiveIntake {
  let data: String

  /// - Throws: ``Failure`` with every error of the data, at the places that the user knows.
  func read(_ formats: [DocumentFormat], _ theme: Source?) throws(Failure) -> ArchivedYear {
    let inputs: YearInputs
    do {
      inputs = try YearInputs(reading: data)
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    let intake = Intake.read(inputs.source)
    guard let year = intake.year, let results = intake.results,
      intake.faults.allSatisfy({ $0.severity < .error })
    else {
      let faults = try YearData.read(data).faults.filter { $0.severity == .error }.map(\.diagnostic)
      throw .faults(
        faults + [Diagnostic("not-archived", .error, "数据有 \(faults.count) 处错误，没有归档", help: "改正以后再来")])
    }
    let plan: BuildPlan
    do {
      plan = try BuildPlan(year, faults: intake.faults)
    } catch {
      throw .faults(error.diagnostics)
    }
    guard plan.refused.isEmpty else {
      throw .faults([
        Diagnostic(
          "not-archived", .error, "有 \(plan.refused.count) 份文书不能生成，没有归档",
          help: plan.notPossible.map(\.text).joined(separator: "；"))
      ])
    }
    var archived = ArchivedYear(inputs, plan, results, as: formats, theme: theme)
    archived.warningCount = intake.faults.count
    return archived
  }
}

/// How an archived year's documents are rendered.
struct ArchiveRenderingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("归档哪些格式，逗号隔开：html、docx、xml（默认 html,docx）", valueName: "格式"),
    transform: BuildOptions.formats)
  var formats: [DocumentFormat] = [.html, .docx]

  @Option(help: ArgumentHelp("本县的主题：只写与自带主题不同的几项", valueName: "文件"))
  var theme: String?

  @Option(help: ArgumentHelp("同时做几份（默认与处理器数相同）", valueName: "个数"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 要写 1 到 256 的整数") }
  }

  var jobCount: Int { jobs ?? Self.processorCount }

  static var processorCount: Int { max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }
}

extension Failure {
  /// A build that ended without its documents.
  init(_ failure: Build.Failure) {
    switch failure {
    case .faults(let diagnostics): self = .faults(diagnostics)
    case .cannotPublish(let diagnostics): self = .couldNotRun(diagnostics)
    case .cancelled: self = .interrupted
    }
  }
}
