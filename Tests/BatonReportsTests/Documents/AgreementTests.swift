// Figures are read back from finished files: what was tampered with is found, what wasn't is not.

import BatonAssessment
import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Testing

@testable import BatonReports

@Suite struct `The agreement of figures` {
  private static let catalogue = Result {
    Catalogue(of: try #require(SampleYear.small.year)).documents
  }

  private static let theme = Result {
    try Theme(parsing: Source(name: "theme.yaml", bytes: EmbeddedFiles.bytes(named: "theme.yaml") ?? []))
  }

  private static func document(_ kind: DocumentKind) throws -> PlannedDocument {
    try #require(try catalogue.get().first { $0.kind == kind })
  }

  private static func bytes(
    of document: PlannedDocument, by loader: any Loader, as format: DocumentFormat
  ) throws -> [UInt8] {
    let environment = DocumentEnvironment(loader: loader, theme: try theme.get())
    let model = document.model()
    var encoder = ValueEncoder()
    return try environment.template(named: document.kind.template, for: [format]).render(
      try encoder.document(encoding: model), as: format,
      properties: DocumentProperties(title: model.title, unit: document.issuer))
  }

  private static func agreement(on document: PlannedDocument) -> Agreement {
    Agreement(document: document, claims: (document.model() as? any Claiming)?.claims ?? Claims())
  }

  /// What of a template changes what the document prints, and whether that is found.
  private static func tamperings(of kind: DocumentKind) throws -> (caught: [Tampering], missed: [Tampering]) {
    let document = try document(kind)
    let agreement = agreement(on: document)
    let original = try bytes(of: document, by: EmbeddedLoader(), as: .html)
    #expect(agreement.disagreements(in: [original], as: [.html]).map(\.text) == [])
    var (caught, missed) = ([Tampering](), [Tampering]())
    // Every second one is enough, and all of them take twice the time.
    for (number, tampering) in Tampering.all(of: kind).enumerated() where number % 2 == 0 {
      guard let changed = try? bytes(of: document, by: TamperedLoader(tampering: tampering), as: .html) else {
        continue  // Not a document at all: the build ends with the template's fault.
      }
      guard changed != original else { continue }
      let found = agreement.disagreements(in: [changed], as: [.html])
      if found.isEmpty { missed.append(tampering) } else { caught.append(tampering) }
    }
    return (caught, missed)
  }

  @Test func `finds each of a hundred single figures that templates tamper with`() throws {
    var count = 0
    for kind in DocumentKind.allCases {
      let (caught, missed) = try Self.tamperings(of: kind)
      #expect(missed.map(\.description) == [])
      count += caught.count
    }
    #expect(count >= 100, "only \(count)")
  }

  @Test(arguments: [DocumentFormat.docx, .flatOPC])
  func `reads the same text from a Word file as from the page`(format: DocumentFormat) throws {
    for kind in [DocumentKind.scoreTable, .bonusTable, .completionReport, .circular] {
      let document = try Self.document(kind)
      let word = try Agreement.text(
        of: try Self.bytes(of: document, by: EmbeddedLoader(), as: format), as: format)
      let page = try Agreement.text(
        of: try Self.bytes(of: document, by: EmbeddedLoader(), as: .html), as: .html)
      #expect(word == page, "\(kind)")
    }
  }

  @Test func `names the file, the place and the figure of the year's results`() throws {
    let document = try Self.document(.feedback)
    let tampering = try #require(
      Tampering.all(of: .feedback).first { $0.changed == "{{ 综合得分 + 1 }}" })
    let changed = try Self.bytes(of: document, by: TamperedLoader(tampering: tampering), as: .html)
    let found = try #require(Self.agreement(on: document).disagreements(in: [changed], as: [.html]).first)
    #expect(found.id == "figure-disagrees")
    #expect(found.message.hasPrefix("印的是「你单位综合得分"))
    #expect(found.text.contains("\(document.path).html"))
    #expect(found.notes.contains { $0.message.contains(".综合得分」是「") })
  }

  @Test func `is between documents too`() {
    let readings = [
      Reading(field: "甲局.综合得分", text: "90.10", document: "通报"),
      Reading(field: "乙局.综合得分", text: "80.00", document: "通报"),
      Reading(field: "甲局.综合得分", text: "90.11", document: "报告"),
    ]
    #expect(readings.disagreements.map(\.id) == ["figure-disagrees"])
    #expect(readings.disagreements[0].notes.map(\.message) == ["「通报」里是「90.10」", "「报告」里是「90.11」"])
    #expect(Array(readings.dropLast()).disagreements.isEmpty)
  }

  @Test(
    arguments: [
      ("人民币壹仟肆佰零玖元伍角", Rational(14095, over: 10)), ("人民币壹万陆仟肆佰零玖元零贰分", Rational(1_640_902, over: 100)),
      ("人民币柒佰贰拾万元整", 7_200_000), ("人民币壹拾万零柒仟元伍角叁分", Rational(10_700_053, over: 100)),
      ("人民币伍分", Rational(5, over: 100)), ("人民币壹亿零叁拾元整", 100_000_030), ("人民币甲元", nil), ("壹元", nil),
    ] as [(String, Rational?)])
  func `reads amounts in capital numerals`(text: String, amount: Rational?) {
    #expect(CapitalAmount.value(of: text) == amount)
  }
}
