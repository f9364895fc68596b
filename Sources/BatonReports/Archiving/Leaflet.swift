// Papers of the archive itself: rendered by the same engine, but no documents of the year.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonOffice
internal import BatonTemplate

/// Renders a view model that is no planned document.
struct Leaflet {
  private let environment: DocumentEnvironment

  init(_ environment: DocumentEnvironment) { self.environment = environment }

  func page(of model: some ViewModel, from template: String, unit: String) throws(DocumentError) -> [UInt8] {
    try bytes(of: model, from: template, as: .html, unit: unit)
  }

  func bytes(
    of model: some ViewModel, from template: String, as format: DocumentFormat, unit: String,
    created: CalendarDate? = nil
  ) throws(DocumentError) -> [UInt8] {
    let day = created.map { DocumentProperties.Day(year: $0.year, month: $0.month, day: $0.day) }
    let properties = DocumentProperties(title: model.title, unit: unit, created: day)
    var encoder = ValueEncoder()
    let values: Document
    do {
      values = try encoder.document(encoding: model)
    } catch {
      throw DocumentError([Diagnostic("cannot-encode", .error, "「\(model.title)」的数据不能交给模板：\(error)")])
    }
    return try environment.template(named: template, for: [format]).render(
      values, as: format, properties: properties)
  }
}
