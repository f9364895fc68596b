// rebuild-documents: a version's documents rendered again from the version alone.

package import BatonArchive
internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonDocument
internal import Foundation

/// What came of rendering a version's documents again.
package struct Rerendering: Sendable {
  /// Paths relative to `documents/`, each in order.
  package var equal: [String] = []
  package var different: [String] = []
  /// What the version lists, and does not make any more.
  package var missing: [String] = []
  /// What it makes, and does not list.
  package var additional: [String] = []

  /// Nothing is different.
  package var isFaithful: Bool { different.isEmpty && missing.isEmpty && additional.isEmpty }

  /// Renders into a folder, and compares with the digests that the version's inventory states: the stored documents
  /// themselves are not read, and may be gone.
  ///
  /// - Throws: ``Build/Failure``; archived data that no longer reads as it did is a fault of the data.
  package init(
    of version: ArchivedObject.Version, in object: ArchivedObject, into staged: StagedFolder, batch: Batch
  ) async throws(Build.Failure) {
    let (plan, record, templates) = try Self.read(version, object)
    let formats = record.documentFormats
    let build: Build
    do throws(DocumentError) {
      build = Build(plan, formats: formats, batch: batch, environment: try templates.environment())
    } catch {
      throw .faults(error.diagnostics)
    }
    _ = try await build.fill(staged, as: "\(object.id)")
    let made = Set(
      plan.documents.flatMap { document in formats.map(document.file) }
        + [PublishedIndex.fileName, "index.html"])
    for file in version.files(below: VersionContents.documents) {
      let path = String(file.path.dropFirst(VersionContents.documents.count + 1))
      guard made.contains(path) else {
        missing.append(path)
        continue
      }
      let bytes = FileManager.default.contents(atPath: staged.place(of: path)).map(Array.init) ?? []
      if Digest(of: bytes) == file.digest { equal.append(path) } else { different.append(path) }
    }
    additional = made.subtracting(equal + different).sorted()
  }

  private static func read(
    _ version: ArchivedObject.Version, _ object: ArchivedObject
  ) throws(Build.Failure) -> (BuildPlan, BuildRecord, ArchivedTemplates) {
    do {
      guard let record = try object.record(BuildRecord.self, at: VersionContents.build, of: version) else {
        throw ArchiveError("not-rebuildable", "这一版没有 build.json，不知道文书是怎样生成的")
      }
      let intake = Intake.read(try YearInputs(of: version, in: object).source)
      guard let year = intake.year else {
        throw ArchiveError(intake.faults.filter { $0.severity == .error }.map(\.diagnostic))
      }
      let plan = try BuildPlan(year, faults: intake.faults)
      return (plan, record, try ArchivedTemplates(of: version, in: object))
    } catch let error as ArchiveError {
      throw .faults(error.diagnostics)
    } catch let error as BuildError {
      throw .faults(error.diagnostics)
    } catch {
      throw .faults([Diagnostic("not-rebuildable", .error, "\(error)")])
    }
  }
}
