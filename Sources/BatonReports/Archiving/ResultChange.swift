// What an amendment changes: figures of two results compared, field by field.

package import BatonAssessment

/// A figure that is not what it was.
package struct ResultChange: Sendable, Hashable {
  /// 单位编号, 人员编号, or what else has figures.
  package let subject: String
  /// `综合得分`, `板块·党建工作·得分率`.
  package let field: String
  /// As shown; `nil` where there was, or is, none.
  package let old: String?
  package let new: String?

  /// 「县教育局 综合得分：93.10 → 92.85」
  package func text(in year: AssessmentYear) -> String {
    let name = year.unit(subject)?.shortName ?? year.cadre(subject).map { "\($0.name)（\($0.id)）" } ?? subject
    return "\(name) \(field)：\(old ?? "无") → \(new ?? "无")"
  }
}

extension ResultFigures {
  /// What is not as before, by subject and field. Where figures look equal, their exact values are told.
  package func changes(since old: ResultFigures) -> [ResultChange] {
    Set(values.keys).union(old.values.keys).sorted().compactMap { place in
      let (before, now) = (old.values[place], values[place])
      if before == now { return nil }
      let looksEqual = before?.shown == now?.shown
      return ResultChange(
        subject: place.subject, field: place.field, old: looksEqual ? before?.exact : before?.shown,
        new: looksEqual ? now?.exact : now?.shown)
    }
  }
}
