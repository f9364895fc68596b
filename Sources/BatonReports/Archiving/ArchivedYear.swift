// From a built year to what is handed to the archive.

package import BatonArchive
package import BatonAssessment
package import BatonDiagnostics
package import BatonDocument

/// A year that was read, checked and built, ready to be handed in.
package struct ArchivedYear: Sendable {
  /// The data as it was handed in.
  package let inputs: YearInputs
  package let plan: BuildPlan
  package let results: YearResults
  package let formats: [DocumentFormat]
  private let templates: ArchivedTemplates
  /// How many pages documents have, by their path without extension.
  package var pages: [String: Int] = [:]
  /// How many warnings the data was checked with.
  package var warningCount = 0

  package init(
    _ inputs: YearInputs, _ plan: BuildPlan, _ results: YearResults, as formats: [DocumentFormat],
    theme: Source?
  ) {
    self.inputs = inputs
    self.plan = plan
    self.results = results
    self.formats = formats
    templates = ArchivedTemplates(theme: theme)
  }

  package var object: ObjectID { ObjectID(county: plan.year.facts.county, year: plan.year.facts.year) }

  /// Who hands it in, when, why, and with which program.
  package struct Occasion: Sendable {
    package var user: String
    /// As the user gave it; without it the version says what changed.
    package var message: String?
    /// RFC 3339.
    package var time: String
    /// Baton's version.
    package var program: String

    package init(user: String, message: String?, time: String, program: String) {
      self.user = user
      self.message = message
      self.time = time
      self.program = program
    }
  }

  /// The version before, if there is one.
  package struct Before: Sendable {
    let version: Int
    let results: ResultFigures?
    let seal: Seal?

    /// Reads what an amendment is compared with. The seal is held to its inventory by `verify`, not here.
    package init(_ object: ArchivedObject) throws(ArchiveError) {
      let head = object.head
      version = head.number
      if let file = head.file(at: VersionContents.results) {
        results = ResultFigures(json: try object.bytes(of: file))
      } else {
        results = nil
      }
      seal = try object.seal(of: head.number)
    }
  }

  /// What is handed in, and which figures it changes.
  package struct HandedIn: Sendable {
    package let submission: Submission
    package let changes: [ResultChange]
  }

  /// - Parameters:
  ///   - staged: Holds the documents that were built.
  ///   - before: What it amends; `nil` for the first version.
  ///   - occasion: Who hands it in, and why.
  /// - Returns: The files of the version, most of them still to be copied from the staged folder.
  /// - Throws: ``ArchiveError`` if one of the records can't be made.
  package func handedIn(
    documentsIn staged: StagedFolder, after before: Before?, on occasion: Occasion
  ) throws(ArchiveError) -> HandedIn {
    var records = [(path: String, bytes: [UInt8])]()
    let listed = DocumentRecords(plan, as: formats, inputs: inputs.files.map(\.name), pages: pages)
    let results = try CanonicalRecord.bytes(of: ArchivedResults(self.results, of: plan.year))
    records.append((VersionContents.plan, try CanonicalRecord.bytes(of: PlanRecord(plan.year))))
    records.append((VersionContents.results, results))
    records.append((VersionContents.documentList, try CanonicalRecord.bytes(of: listed.documents)))
    records.append((VersionContents.build, try CanonicalRecord.bytes(of: buildRecord(occasion.program))))
    let list = ArchiveList(listed.pieces, of: plan.year)
    let changes = before?.results.flatMap { old in
      ResultFigures(json: results)?.changes(since: old)
    }
    let premis = preservation(records, changes, before, occasion)
    var files = records.map { SubmittedFile($0.path, .bytes($0.bytes)) }
    files += inputs.submitted + templates.submitted
    files += documentFiles.map {
      SubmittedFile("\(VersionContents.documents)/\($0)", .file(staged.place(of: $0)))
    }
    files.append(SubmittedFile(VersionContents.premis, .bytes(premis.bytes)))
    files.append(SubmittedFile(VersionContents.listWorkbook, .bytes(try workbook(of: list))))
    files.append(SubmittedFile(VersionContents.listPage, .bytes(try page(of: list))))
    let submission = Submission(
      object: object, files: files, message: message(changes, before, occasion), user: occasion.user,
      time: occasion.time, remarks: VersionContents.remarks, after: before?.version ?? 0)
    return HandedIn(submission: submission, changes: changes ?? [])
  }

  /// Everything that a build publishes.
  private var documentFiles: [String] {
    plan.documents.flatMap { document in formats.map(document.file) } + [
      PublishedIndex.fileName, "index.html",
    ]
  }

  private func buildRecord(_ program: String) -> BuildRecord {
    BuildRecord(
      program: program, formats: formats.map(\.fileExtension), templates: templates.digests,
      theme: templates.files[ArchivedTemplates.countyTheme].map { _ in ArchivedTemplates.countyTheme })
  }

  /// What a version is for: the user's words, and of an amendment which figures it changes.
  private func message(_ changes: [ResultChange]?, _ before: Before?, _ occasion: Occasion) -> String {
    guard before != nil else { return occasion.message ?? "首次归档" }
    let what: String
    if let changes {
      // The message is printed on the leaf: what a person is paid stays in the version.
      let open = changes.filter { plan.year.cadre($0.subject) == nil }.prefix(Self.toldChanges)
      let told = open.map { $0.text(in: plan.year) }.joined(separator: "；")
      let more = changes.count > open.count ? "（共改 \(changes.count) 处）" : ""
      what = changes.isEmpty ? "各项结果未变" : "改动：\(told)\(more)"
    } else {
      what = "前一版没有可比的结果"
    }
    return [occasion.message, what].compactMap(\.self).joined(separator: "。")
  }

  /// A message is for reading; premis.xml tells of all changes.
  private static let toldChanges = 10
}

extension ArchivedYear {
  private func preservation(
    _ records: [(path: String, bytes: [UInt8])], _ changes: [ResultChange]?, _ before: Before?,
    _ occasion: Occasion
  ) -> Preservation {
    var premis = Preservation(
      object: object, version: (before?.version ?? 0) + 1, time: occasion.time, user: occasion.user,
      program: occasion.program)
    premis.files = inputs.files.map { ("\(VersionContents.inputs)/\($0.name)", $0.bytes) } + records
    if let seal = before?.seal {
      premis.events.append(
        Preservation.Event(
          kind: .sealing, time: seal.time, detail: "前一版（v\(seal.version)）由密钥 \(seal.key) 签封",
          outcome: "success", notes: ["封存记录的 SHA-512：\(seal.digest.hex)", "本版的签封在本文件写成以后，见 logs/"]))
    }
    premis.events += [
      Preservation.Event(
        kind: .validation, detail: "核对全部数据表，并读回每份文书与结果比对", outcome: "success",
        notes: ["错误 0 个，警告 \(warningCount) 个"]),
      Preservation.Event(
        kind: .creation,
        detail: "生成文书 \(plan.documents.count) 份（\(formats.map(\.fileExtension).joined(separator: "、"))）",
        outcome: "success", notes: (changes ?? []).map { "改动：\($0.text(in: plan.year))" }),
      Preservation.Event(
        kind: .fixityCheck, detail: "文书生成以后重读输入文件 \(inputs.files.count) 个，与所用的逐字节比对", outcome: "success"),
    ]
    return premis
  }

  private func workbook(of list: ArchiveList) throws(ArchiveError) -> [UInt8] {
    do {
      return try list.xlsx()
    } catch {
      throw ArchiveError(error.diagnostics)
    }
  }

  private func page(of list: ArchiveList) throws(ArchiveError) -> [UInt8] {
    do {
      return try Leaflet(templates.environment()).page(of: list, from: "archive-list.html", unit: list.host)
    } catch {
      throw ArchiveError(error.diagnostics)
    }
  }
}
