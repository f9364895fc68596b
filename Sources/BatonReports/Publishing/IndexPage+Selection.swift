// What of a build its contents page lists, and in which order.

internal import BatonAssessment
internal import BatonDocument

extension IndexPage {
  init(of plan: BuildPlan, as formats: [DocumentFormat]) {
    let facts = plan.year.facts
    let byUnit = plan.documents.filter { $0.unitID != nil }.grouped(by: \.unitID)
    let anchors = Dictionary(byUnit.enumerated().map { ($1.key ?? "", "unit-\($0 + 1)") }) { first, _ in first
    }
    self.init(
      title: "\(facts.county)\(facts.year)年度考核文书", count: plan.documents.count,
      kinds: plan.documents.grouped(by: \.kind.name).map { name, documents in
        Kind(
          name: name.rawValue, count: documents.count,
          audiences: documents.grouped(by: \.audience).map(\.key.rawValue))
      },
      standings: plan.snapshot.hasScoringTables ? Standings(in: plan.snapshot, anchors) : nil,
      county: plan.documents.filter { $0.unitID == nil }.map { Entry($0, as: formats) },
      units: plan.year.units.compactMap { unit in
        byUnit.first { $0.key == unit.id }.map { _, documents in
          UnitDocuments(
            name: unit.name, anchor: anchors[unit.id] ?? "",
            documents: documents.map { Entry($0, as: formats) })
        }
      },
      missing: plan.notPossible.map { kind in
        let shown = kind.lacks.prefix(Self.shownFaults).map { "\($0.cell)：\($0.found)" }
        let more = kind.lacks.count - shown.count
        return Missing(
          name: kind.document.rawValue, count: kind.count,
          lacks: shown + (more > 0 ? ["另有 \(more) 处"] : []))
      })
  }

  /// A page that lists every cell of a table that isn't there helps nobody.
  private static let shownFaults = 12
}

extension IndexPage.Standings {
  fileprivate init(in snapshot: YearSnapshot, _ anchors: [String: String]) {
    suggestion = snapshot.suggestionMark
    bestGrade = snapshot.bestGrade
    summary = ScoreSummary(of: snapshot.outcome.units, in: snapshot)
    seriesList = snapshot.outcome.series.map { name, units in
      IndexPage.Series(
        name: name, participants: units.count { $0.unit.participation == .assessed },
        quota: snapshot.outcome.quota(of: name), summary: ScoreSummary(of: units, in: snapshot),
        rows: units.map { outcome in
          IndexPage.Row(
            rank: outcome.rank, unitShortName: outcome.unit.shortName, anchor: anchors[outcome.unit.id],
            total: snapshot.total(of: outcome.unit),
            source: snapshot.source(of: outcome.score.total, named: "综合得分"), grade: outcome.grade)
        })
    }
  }
}

extension IndexPage.Entry {
  fileprivate init(_ document: PlannedDocument, as formats: [DocumentFormat]) {
    func link(_ format: DocumentFormat) -> String? {
      formats.contains(format) ? document.file(as: format).percentEncoded : nil
    }
    self.init(
      name: document.title, audience: document.audience.rawValue, page: link(.html), word: link(.docx),
      xml: link(.flatOPC))
  }
}

extension String {
  /// A relative path as a URL writes it (RFC 3986): every byte that isn't unreserved or a slash is %XX.
  fileprivate var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text +=
          "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
