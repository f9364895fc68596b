// The units of one county: which offices it has, in which series, group and order.

struct Unit {
  let id: String
  let office: Office
  let fullName: String
  let shortName: String
  /// 机构序, 1 first.
  var order: Int
  /// 县直单位 or 乡镇.
  let category: String
  /// An index into the county's series.
  let series: Int
  let group: Int
  /// 参照: measured beside the others, but not ranked.
  let isReferenced: Bool

  var isTownship: Bool { office.isTownship }

  /// What it calls itself in its own prose: 我局, 我镇, 我中心.
  var pronoun: String {
    let endings = ["局", "镇", "乡", "中心", "办", "部", "馆", "校", "院", "队", "公司", "社", "会", "室", "段"]
    let name = office.shortName
    guard let ending = endings.first(where: { name.hasSuffix($0) }), ending != "会" else { return "本单位" }
    return "我" + ending
  }
}

extension Unit {
  /// What its inner divisions are called.
  var section: String {
    switch office.key {
    case _ where isTownship: "站办"
    case "法院": "庭室"
    case "纪委", "检察院", "人大办", "政协办": "科室"
    default: office.series == 5 ? "部门" : "股室"
    }
  }

  /// What its leading party body is called.
  var partyGroup: String {
    isTownship ? "党委" : office.series == 0 ? "班子" : "党组"
  }
}

extension Unit {
  /// Offices no county can do without: others lean on them, or an edge case lives there.
  private static let indispensable: Set<String> = [
    "组织部", "纪委", "宣传部", "政法委", "政府办", "公安局", "财政局", "应急局", "妇联", "红十字会",
  ]

  static func roster(of plan: SampleCounty) -> [Unit] {
    let offices = selection(count: plan.unitCount)
    let officeCount = offices.count { !$0.isTownship }
    let townshipCount = offices.count - officeCount
    let name = plan.countyStem
    var referencesLeft = plan.referencedUnitCount
    return offices.enumerated().map { index, office in
      let isReferenced = referencesLeft > 0 && !office.isTownship && office.key != "组织部"
      if isReferenced { referencesLeft -= 1 }
      let group =
        office.isTownship
        ? (index - officeCount) * plan.groupCount / townshipCount + 1
        : officeGroup(at: index, groupCount: plan.groupCount)
      let localized = { (text: String) in
        text.split(separator: "{", omittingEmptySubsequences: false).map { piece in
          if piece.hasPrefix("县}") { return plan.countyName + piece.dropFirst(2) }
          if piece.hasPrefix("名}") { return name + piece.dropFirst(2) }
          return String(piece)
        }.joined()
      }
      return Unit(
        id: "U" + threeDigits(index + 1), office: office, fullName: localized(office.fullName),
        shortName: localized(office.shortName), order: index + 1,
        category: office.isTownship ? "乡镇" : "县直单位",
        series: office.isTownship
          ? plan.series.count - 1 : office.series * (plan.series.count - 1) / Office.townshipSeries,
        group: group, isReferenced: isReferenced)
    }
  }

  /// So many of the outline's offices, spread over it, in its order.
  private static func selection(count: Int) -> [Office] {
    let offices = Office.outline.filter { !$0.isTownship }
    let townships = Office.outline.filter(\.isTownship)
    let townshipCount = max(2, (count * townships.count + Office.outline.count / 2) / Office.outline.count)
    let needed = offices.filter { indispensable.contains($0.key) }.map(\.key)
    let optional = offices.filter { !indispensable.contains($0.key) }.map(\.key)
    let optionalCount = count - townshipCount - needed.count
    let chosen = Set(needed + (0..<optionalCount).map { optional[$0 * optional.count / optionalCount] })
    return offices.filter { chosen.contains($0.key) }
      + (0..<townshipCount).map { townships[$0 * townships.count / townshipCount] }
  }

  /// Offices go round the groups; with six groups the first six are dealt so that leaders avoid their own.
  private static func officeGroup(at index: Int, groupCount: Int) -> Int {
    let firstSix = [4, 1, 3, 2, 5, 6]
    return groupCount == 6 && index < 6 ? firstSix[index] : index % groupCount + 1
  }
}

extension SampleCounty {
  /// 「安岭县」 without its 县.
  var countyStem: String { String(countyName.dropLast()) }
}
