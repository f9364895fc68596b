// 分布、均分: of the assessed units alone; those treated like them stand apart.

/// How the units of a series, or of the whole county, did together.
public struct SeriesSummary: Sendable, Hashable {
  /// 序列; `nil` for the whole county.
  public let series: String?
  /// The assessed units; of a series by rank, of the county and where ranks are missing by 机构序.
  public let unitIDs: [String]
  /// The units treated like the assessed, by 机构序.
  public let comparableIDs: [String]
  /// 均分 of the assessed; `nil` if a total is not known or there are none.
  public let mean: Figure?
  /// How many of the assessed have each grade of the plan, best first; what is open counts nowhere.
  public let grades: [Count]

  /// How many units have a grade.
  public struct Count: Sendable, Hashable {
    public let grade: String
    public let count: Int
  }
}

extension YearResults {
  /// The whole county.
  public func summary(of year: AssessmentYear) -> SeriesSummary { summary(nil, of: year) }

  /// One a series, in the order in which units first name it.
  public func seriesSummaries(of year: AssessmentYear) -> [SeriesSummary] {
    year.units.filter(\.takesPart).grouped(by: \.series).map { summary($0.key, of: year) }
  }

  private func summary(_ series: String?, of year: AssessmentYear) -> SeriesSummary {
    let members = units.filter { result in series == nil || year.unit(result.unitID)?.series == series }
    let (assessed, comparable) = members.reduce(into: ([UnitResult](), [UnitResult]())) { parts, result in
      switch year.unit(result.unitID)?.participation {
      case .assessed: parts.0.append(result)
      default: parts.1.append(result)
      }
    }
    let totals = assessed.compactMap(\.score.total)
    let ranked = assessed.enumerated().sorted { left, right in
      (left.element.rank ?? 0, left.offset) < (right.element.rank ?? 0, right.offset)
    }.map(\.element)
    let names = GradeScale(year.plan)?.names ?? []
    return SeriesSummary(
      series: series, unitIDs: (series == nil ? assessed : ranked).map(\.unitID),
      comparableIDs: comparable.map(\.unitID),
      mean: totals.count == assessed.count ? Figure.mean(totals) : nil,
      grades: names.map { name in
        SeriesSummary.Count(grade: name, count: assessed.count { $0.finalGrade == .grade(name) })
      })
  }
}
