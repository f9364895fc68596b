// What `build` and `demo` do once they have the year's data.

internal import BatonDiagnostics
internal import BatonReports

/// One build of a year that has been read.
struct YearBuild {
  let options: BuildOptions
  let result: IntakeResult
  let watch: Stopwatch
  /// Which part of the documents is rendered; the index is of all in every part.
  var shard: Shard?

  /// Plans, renders and publishes.
  ///
  /// - Returns: ``ExitStatus/faultsFound`` where documents were refused, else ``ExitStatus/done``.
  func run(_ console: Console) async throws(Failure) -> ExitStatus {
    let plan = try plan()
    if options.dryRun {
      try DryRun(plan: plan, options: options).tell(console)
      return plan.refused.isEmpty ? .done : .faultsFound
    }
    let report = try await render(plan, console)
    let summary = BuildSummary(plan: plan, report: report, seconds: watch.seconds)
    if options.json { try summary.write(console) } else { summary.tell(console) }
    return plan.refused.isEmpty ? .done : .faultsFound
  }

  private func plan() throws(Failure) -> BuildPlan {
    guard let year = result.year else {
      throw .faults(result.faults.filter { $0.severity == .error }.map(\.diagnostic))
    }
    do {
      return try BuildPlan(
        year, faults: result.faults, selection: options.selection, allowsIncomplete: options.allowIncomplete)
    } catch {
      throw Failure(status: .usage, diagnostics: error.diagnostics)
    }
  }

  private func render(_ plan: BuildPlan, _ console: Console) async throws(Failure) -> BuildReport {
    var batch = Batch(jobs: options.jobCount)
    batch.isCancelled = { Interrupt.isRequested }
    let count = plan.documents.indices.count { shard?.takes($0) ?? true }
    batch.progress = { done in
      if done % 8 == 0 || done == count { console.progress("生成 \(done)/\(count)") }
    }
    defer { console.progress("") }
    let theme = try options.theme.map(InputFile.source)
    do throws(Build.Failure) {
      var build = try Build.embedded(plan, formats: options.formats, batch: batch, theme: theme)
      build.shard = shard
      return try await build.publish(into: options.output)
    } catch {
      switch error {
      case .faults(let diagnostics): throw .faults(diagnostics)
      case .cannotPublish(let diagnostics): throw .couldNotRun(diagnostics)
      case .cancelled: throw .interrupted
      }
    }
  }
}
