// What became of units, year by year, counted back from the newest.

/// A row of 「单位沿革」.
struct UnitChange {
  enum Kind: String {
    case renamed = "更名"
    case merged = "合并"
    case split = "拆分"
    case founded = "新设"
  }

  /// The year before the newest in which it happened: 0 for the newest.
  let yearsAgo: Int
  /// The office that came of it.
  let key: String
  let formerID: String
  /// With the county's 县; short names are the same.
  let formerName: String
  let kind: Kind
  let month: Int

  static let all = [
    UnitChange(yearsAgo: 0, key: "乡村振兴局", formerID: "F901", formerName: "县扶贫开发办公室", kind: .renamed, month: 5),
    UnitChange(yearsAgo: 0, key: "审批局", formerID: "F902", formerName: "县政务服务管理局", kind: .renamed, month: 3),
    UnitChange(yearsAgo: 0, key: "农发中心", formerID: "F903", formerName: "县农业技术推广中心", kind: .merged, month: 7),
    UnitChange(yearsAgo: 0, key: "农发中心", formerID: "F904", formerName: "县畜牧兽医服务中心", kind: .merged, month: 7),
    UnitChange(yearsAgo: 0, key: "政务信息中心", formerID: "无", formerName: "—", kind: .founded, month: 4),
    UnitChange(yearsAgo: 1, key: "医保局", formerID: "F905", formerName: "县医疗保险管理局", kind: .renamed, month: 6),
    UnitChange(yearsAgo: 2, key: "农业农村局", formerID: "F906", formerName: "县农业水利局", kind: .split, month: 3),
    UnitChange(yearsAgo: 2, key: "水利局", formerID: "F906", formerName: "县农业水利局", kind: .split, month: 3),
  ]

  /// Those of one year.
  static func of(_ plan: SampleCounty) -> [UnitChange] { all.filter { $0.yearsAgo == plan.yearsAgo } }

  /// Those that were still to come in a year.
  static func after(_ plan: SampleCounty) -> [UnitChange] { all.filter { $0.yearsAgo < plan.yearsAgo } }
}
