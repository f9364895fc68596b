// The index of what was built: index.json for programs, index.html for people.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonOffice
internal import BatonTemplate

extension Build {
  /// The two index files.
  func contents() throws(PublishingError) -> [(name: String, bytes: [UInt8])] {
    [(PublishedIndex.fileName, try indexJSON()), ("index.html", try indexPage())]
  }

  private func indexJSON() throws(PublishingError) -> [UInt8] {
    var index = PublishedIndex([:])
    for document in plan.documents {
      let entry = IndexEntry(
        document: document.kind.name.rawValue, unit: document.unitID, person: document.cadreID,
        copy: document.copyNumber, audience: document.audience.rawValue)
      for format in formats { index.entries[document.file(as: format)] = entry }
    }
    do {
      return try index.json()
    } catch {
      throw PublishingError(Diagnostic("cannot-encode", .error, "index.json 写不成：\(error)"))
    }
  }

  private func indexPage() throws(PublishingError) -> [UInt8] {
    do {
      var encoder = ValueEncoder()
      let page = IndexPage(of: plan, as: formats)
      let template = try environment.template(named: "index.html", for: [.html])
      return try template.render(
        try encoder.document(encoding: page), as: .html,
        properties: DocumentProperties(title: page.title, unit: plan.year.facts.host))
    } catch let error as DocumentError {
      throw PublishingError(error.diagnostics)
    } catch {
      throw PublishingError(Diagnostic("cannot-encode", .error, "index.html 写不成：\(error)"))
    }
  }
}
