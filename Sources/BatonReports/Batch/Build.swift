// From a plan to a published folder.

internal import BatonAssessment
public import BatonDiagnostics
public import BatonDocument
internal import BatonOffice

/// A build: renders what is planned and publishes it whole or not at all.
public struct Build: Sendable {
  public let plan: BuildPlan
  public let formats: [DocumentFormat]
  private let batch: Batch
  /// Which part of the documents is rendered here; the index is of all of them in every part.
  package var shard: Shard?
  package let environment: DocumentEnvironment

  /// How a build ended without publishing.
  public enum Failure: Error, Sendable {
    /// Templates or values have faults.
    case faults([Diagnostic])
    /// The folder can't be written or replaced.
    case cannotPublish([Diagnostic])
    case cancelled
  }

  package init(_ plan: BuildPlan, formats: [DocumentFormat], batch: Batch, environment: DocumentEnvironment) {
    self.plan = plan
    self.formats = formats
    self.batch = batch
    self.environment = environment
  }

  /// A build with the program's own templates, in its theme or in a county's.
  ///
  /// - Throws: ``Failure/faults(_:)`` if the theme has faults.
  package static func embedded(
    _ plan: BuildPlan, formats: [DocumentFormat], batch: Batch, theme: Source? = nil
  ) throws(Failure) -> Build {
    do {
      return Build(plan, formats: formats, batch: batch, environment: try .embedded(theme: theme))
    } catch {
      throw .faults(error.diagnostics)
    }
  }

  /// Renders every document into a folder that then replaces `<output>/<县>/<年度>`.
  ///
  /// - Throws: ``Failure``; the folder that stood there is untouched.
  public func publish(into output: String) async throws(Failure) -> BuildReport {
    let folder = "\(output)/\(plan.folder)"
    let staged: StagedFolder
    do {
      try OutputFolder(folder).checkReplaceable()
      staged = try StagedFolder(replacing: folder)
    } catch {
      throw .cannotPublish(error.diagnostics)
    }
    let report = try await fill(staged, as: folder)
    do throws(PublishingError) {
      try staged.publish()
    } catch {
      throw .cannotPublish(error.diagnostics)
    }
    return report
  }

  /// Renders every document, and the index of them, into a folder that is not published yet.
  ///
  /// - Parameters:
  ///   - staged: Where they are written.
  ///   - folder: How the report calls it.
  /// - Returns: What was made.
  /// - Throws: ``Failure``; what was written so far vanishes with the folder.
  package func fill(_ staged: StagedFolder, as folder: String) async throws(Failure) -> BuildReport {
    var report = try await render(into: staged, as: folder)
    do throws(PublishingError) {
      for (name, bytes) in try contents() {
        try staged.write(bytes, to: name)
        report.add(bytes)
      }
    } catch {
      throw .cannotPublish(error.diagnostics)
    }
    return report
  }

  /// All documents, on as many tasks as the batch has.
  private func render(into staged: StagedFolder, as folder: String) async throws(Failure) -> BuildReport {
    let documents = plan.documents.enumerated().filter { shard?.takes($0.offset) ?? true }.map(\.element)
    let templates: PressTemplates
    do {
      templates = try PressTemplates(environment, for: documents.map(\.kind), as: formats)
    } catch {
      throw .faults(error.diagnostics)
    }
    let formats = formats
    let date = plan.year.facts.writtenOn
    let day = DocumentProperties.Day(year: date.year, month: date.month, day: date.day)
    let outcomes = await batch.run(documents.count) {
      Press(templates)
    } work: { press, number in
      Piece(documents[number], formats, day, &press, staged)
    }
    guard let outcomes else { throw .cancelled }
    try throwFaults(of: outcomes)
    var report = BuildReport(folder: folder, documentCount: outcomes.count, fileCount: 0, byteCount: 0)
    for case .written(let byteCount, _) in outcomes {
      report.fileCount += formats.count
      report.byteCount += byteCount
    }
    return report
  }

  /// The same fault in many documents is said once.
  private func throwFaults(of outcomes: [Piece]) throws(Failure) {
    var faults: [Diagnostic] = []
    var seen = Set<Diagnostic>()
    for case .faults(let diagnostics) in outcomes {
      for diagnostic in diagnostics {
        var bare = diagnostic
        bare.notes = []
        if seen.insert(bare).inserted { faults.append(diagnostic) }
      }
    }
    if !faults.isEmpty { throw .faults(faults) }
    for case .unwritten(let error) in outcomes { throw .cannotPublish(error.diagnostics) }
    let readings = outcomes.flatMap(\.readings)
    let disagreements = readings.disagreements
    if !disagreements.isEmpty { throw .faults(disagreements) }
  }
}

/// What became of one document.
private enum Piece: Sendable {
  case written(byteCount: Int, [Reading])
  case faults([Diagnostic])
  case unwritten(PublishingError)

  /// The figures in it that other documents print too.
  var readings: [Reading] { if case .written(_, let readings) = self { readings } else { [] } }

  /// Renders a document and writes its files.
  init(
    _ document: PlannedDocument, _ formats: [DocumentFormat], _ day: DocumentProperties.Day,
    _ press: inout Press, _ staged: StagedFolder
  ) {
    do throws(BuildError) {
      let finished = try press.files(of: document, as: formats, created: day)
      var byteCount = 0
      for (format, bytes) in zip(formats, finished.files) {
        do throws(PublishingError) {
          try staged.write(bytes, to: document.file(as: format))
        } catch {
          self = .unwritten(error)
          return
        }
        byteCount += bytes.count
      }
      self = .written(byteCount: byteCount, finished.readings)
    } catch {
      self = .faults(error.diagnostics)
    }
  }
}

extension PlannedDocument {
  /// The path of its file in a format.
  func file(as format: DocumentFormat) -> String { "\(path).\(format.fileExtension)" }
}
