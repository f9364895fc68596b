// `baton explain 数据 --unit …`: how a result of the year came about.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonReports

/// One result of a unit or a person to explain.
struct YearExplanation {
  let data: String
  let unit: String?
  let person: String?
  let field: String?
  let json: Bool

  func run(_ console: Console) throws(Failure) -> ExitStatus {
    let intake = try YearData.read(data)
    guard let year = intake.year, let results = intake.results else {
      throw .faults(intake.faults.filter { $0.severity == .error }.map(\.diagnostic))
    }
    let (title, explanation) = try explained(results, of: year)
    guard let explanation else {
      let faults = intake.faults.filter { $0.severity == .error }.map(\.diagnostic)
      throw .faults(
        faults + [
          Diagnostic("not-known", .error, "给不出「\(title)」", help: faults.isEmpty ? "这个对象没有这一项" : "先改正上面的错误")
        ])
    }
    if json {
      try console.write(json: explanation)
    } else {
      console.write(title + "\n" + explanation.text(places: year.plan.scorePlaces, year.plan.scoreRounding))
    }
    return .done
  }

  private func explained(
    _ results: YearResults, of year: AssessmentYear
  ) throws(Failure) -> (String, Explanation?) {
    if let person {
      let cadre = try cadre(person, in: year)
      let field = try field(CadreField.self, otherwise: .due)
      return (
        "\(cadre.name) \(field.rawValue)", results.explanation(of: field, cadreID: cadre.id, in: year)
      )
    }
    let unit = try unit(self.unit ?? "", in: year)
    let field = try field(UnitField.self, otherwise: .total)
    return ("\(unit.shortName) \(field.rawValue)", results.explanation(of: field, unitID: unit.id, in: year))
  }

  private func unit(_ word: String, in year: AssessmentYear) throws(Failure) -> Unit {
    if let unit = year.units.first(where: { $0.id == word || $0.name == word || $0.shortName == word }) {
      return unit
    }
    let words = year.units.flatMap { [$0.shortName, $0.name, $0.id] }
    throw Self.unknown("unknown-unit", "单位", word, among: words, or: "写单位编号、全称或简称都行")
  }

  private func cadre(_ word: String, in year: AssessmentYear) throws(Failure) -> Cadre {
    if let cadre = year.cadre(word) { return cadre }
    let named = year.cadres.filter { $0.name == word }
    if let cadre = named.first, named.count == 1 { return cadre }
    guard named.isEmpty else {
      throw Failure(
        status: .usage,
        diagnostics: [
          Diagnostic(
            "ambiguous-person", .error, "有 \(named.count) 个人叫「\(word)」",
            help: "写人员编号：\(named.map(\.id).joined(separator: "、"))")
        ])
    }
    let words = year.cadres.flatMap { [$0.name, $0.id] }
    throw Self.unknown("unknown-person", "人员", word, among: words, or: "写人员编号或姓名")
  }

  private func field<Field: CaseIterable & RawRepresentable<String>>(
    _ type: Field.Type, otherwise standard: Field
  ) throws(Failure) -> Field {
    guard let word = field else { return standard }
    if let field = Field(rawValue: word) { return field }
    let words = Field.allCases.map(\.rawValue)
    throw Self.unknown("unknown-field", "结果", word, among: words, or: "可以写：\(words.joined(separator: "、"))")
  }

  private static func unknown(
    _ id: String, _ what: String, _ word: String, among known: [String], or help: String
  ) -> Failure {
    let guess = Suggestion.nearest(to: word, among: known).map { "是不是想写「\($0)」？" }
    return Failure(
      status: .usage, diagnostics: [Diagnostic(id, .error, "没有\(what)「\(word)」", help: guess ?? help)])
  }
}
