// Which results can be explained: the closed lists of fields, of units and of persons.

public import BatonAssessment

/// A result of a unit that can be explained; the raw value is what `--field` takes.
public enum UnitField: String, Sendable, Hashable, CaseIterable {
  case total = "综合得分"
  case base = "基础分"
  case targets = "目标任务"
  case routine = "平时分数"
  case leaders = "县领导评分"
  case peers = "互评"
  case staff = "人员测评"
  case bonus = "加分"
  case deduction = "扣分"
  case comparison = "比较值"
  case rank = "位次"
  case partyBuilding = "党建工作"
  case qualityGrowth = "高质量发展"
  case annualTargets = "年度目标任务"
  case newContent = "新增内容"
  case unitCoefficient = "单位系数"

  fileprivate var component: Component? { Component(rawValue: rawValue) }
  fileprivate var section: Indicator.Section? { Indicator.Section(rawValue: rawValue) }
}

/// A result of a person that can be explained.
public enum CadreField: String, Sendable, Hashable, CaseIterable {
  case due = "应发"
  case base = "基数"
  case unitCoefficient = "单位系数"
  case personalCoefficient = "个人系数"
  case addition = "加项"
}

extension YearResults {
  /// How a unit's result came about; `nil` if it has none, or it can't be known.
  public func explanation(of field: UnitField, unitID: String, in year: AssessmentYear) -> Explanation? {
    guard let result = self[unitID] else { return nil }
    switch field {
    case .rank: return UnitExplainer(year, self).rank(of: result)
    case .comparison: return UnitExplainer(year, self).comparison(of: result)
    default:
      let figure: BatonAssessment.Figure? =
        if let component = field.component {
          result.score.components[component]
        } else if let section = field.section {
          result.sections.first { $0.section == section }?.rate
        } else {
          switch field {
          case .base: result.score.base
          case .bonus: result.score.bonus
          case .deduction: result.score.deduction
          case .unitCoefficient: bonuses?.lines.first { $0.unitID == unitID }?.unitCoefficient
          default: result.score.total
          }
        }
      return figure.map(Explainer(year, self).explanation)
    }
  }

  /// How a person's bonus came about; `nil` for those who are paid none, or where it can't be known.
  public func explanation(of field: CadreField, cadreID: String, in year: AssessmentYear) -> Explanation? {
    guard let line = bonuses?.lines.first(where: { $0.cadreID == cadreID }) else { return nil }
    let figure =
      switch field {
      case .due: line.due
      case .base: line.base
      case .unitCoefficient: line.unitCoefficient
      case .personalCoefficient: line.personalCoefficient
      case .addition: line.addition
      }
    return figure.map(Explainer(year, self).explanation)
  }
}
