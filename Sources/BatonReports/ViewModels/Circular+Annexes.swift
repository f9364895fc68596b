// The circular's annexes, which go out only where the plan says so.

import BatonAssessment
internal import BatonTemplate

extension Circular {
  /// 附件「得分排名表」: a series with the totals and ranks of its units.
  struct RankedSeries: Encodable, Sendable {
    let name: String
    let rows: [Row]
    let isRankedFurther: Bool

    static let shape: DataShape = .record([
      "名称": .text, "各单位": .list(of: Row.shape), "按更多位比较": .bool,
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case rows = "各单位"
      case isRankedFurther = "按更多位比较"
    }
  }

  struct Row: Encodable, Sendable {
    @OrNone var rank: Int?
    let unitShortName: String
    @OrNone var total: Figure?
    @OrNone var grade: String?

    static let shape: DataShape = .record([
      "位次": .optional(.integer), "单位简称": .text, "综合得分": .optional(.number), "等次": .optional(.text),
    ])

    enum CodingKeys: String, CodingKey {
      case rank = "位次"
      case unitShortName = "单位简称"
      case total = "综合得分"
      case grade = "等次"
    }
  }

  /// 附件「加减分情况表」: bonuses by the matter; of deductions the sums alone.
  struct Adjustments: Encodable, Sendable {
    let bonuses: [Bonus]
    let deductions: [Deduction]

    static let shape: DataShape = .record([
      "加分": .list(of: Bonus.shape), "扣分": .list(of: Deduction.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case bonuses = "加分"
      case deductions = "扣分"
    }
  }

  struct Bonus: Encodable, Sendable {
    let unitShortName: String
    let matter: String
    @OrNone var level: String?
    @OrNone var points: Figure?
    let basis: String

    static let shape: DataShape = .record([
      "单位简称": .text, "事项": .text, "等级": .optional(.text), "分值": .optional(.number), "依据": .text,
    ])

    enum CodingKeys: String, CodingKey {
      case unitShortName = "单位简称"
      case matter = "事项"
      case level = "等级"
      case points = "分值"
      case basis = "依据"
    }
  }

  struct Deduction: Encodable, Sendable {
    let unitShortName: String
    let points: Figure

    static let shape: DataShape = .record(["单位简称": .text, "合计": .number])

    enum CodingKeys: String, CodingKey {
      case unitShortName = "单位简称"
      case points = "合计"
    }
  }
}
