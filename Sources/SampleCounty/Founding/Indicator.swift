// The indicators: those every unit of a category has, and those of a unit's own trade.

struct Indicator {
  enum Direction: String {
    case larger = "越大越好"
    case smaller = "越小越好"
    case qualitative = "定性"
  }

  let id: String
  /// A category, or one unit's id.
  let scope: String
  let section: String
  let minor: String
  let name: String
  let direction: Direction
  /// In whole units; nil for a qualitative one.
  let target: Int?
  let measureUnit: String?
  /// In hundredths of a point.
  let weight: Int
  let criterion: String
  /// Indices into the county's units.
  let responsible: [Int]
  let isLivelihood: Bool
  let isNew: Bool
  let dimension: String?
}

extension Indicator {
  static func all(of units: [Unit], trades: [Trade], plan: SampleCounty) -> [Indicator] {
    var random = SplitMix(seed: plan.seed, stream: "指标")
    var indicators = common(officeText, category: "县直单位", prefix: "ZJ", units: units, random: &random)
    indicators += common(townshipText, category: "乡镇", prefix: "XZ", units: units, random: &random)
    for (index, unit) in units.enumerated() {
      indicators += own(of: unit, at: index, trade: trades[index], units: units, random: &random)
    }
    return indicators
  }

  /// The units that answer for an indicator, by their keys; the organization department where none exists.
  private static func responsible(_ keys: [String], units: [Unit]) -> [Int] {
    let found = keys.compactMap { key in units.firstIndex { $0.office.key == key } }
    let fallback = units.firstIndex { $0.office.key == "组织部" }
    return found.isEmpty ? [fallback].compactMap { $0 } : found
  }

  private static func common(
    _ text: String, category: String, prefix: String, units: [Unit], random: inout SplitMix
  ) -> [Indicator] {
    text.split(separator: "\n").enumerated().map { index, line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 9, let weight = Int(fields[5]), let direction = Direction(rawValue: fields[3])
      else {
        preconditionFailure("a common indicator's line is bad: \(line)")
      }
      let measure = fields[4].split(separator: "/").map(String.init)
      return Indicator(
        id: prefix + twoDigits(index + 1), scope: category, section: fields[0], minor: fields[1],
        name: fields[2],
        direction: direction, target: measure.first.flatMap { Int($0) },
        measureUnit: measure.dropFirst().first,
        weight: weight * 100, criterion: direction.criterion(weight: weight, choice: random.below(3)),
        responsible: responsible(fields[6].split(separator: "、").map(String.init), units: units),
        isLivelihood: fields[7] == "是", isNew: fields[0] == "新增内容",
        dimension: fields[8].isEmpty ? nil : fields[8])
    }
  }

  /// A unit's own indicators: an office's trade, or what a township's plan leaves to its own conditions.
  private static func own(
    of unit: Unit, at index: Int, trade: Trade, units: [Unit], random: inout SplitMix
  ) -> [Indicator] {
    let chosen = unit.isTownship ? random.sample(trade.items, count: 5) : trade.items
    let weights = unit.isTownship ? [6, 6, 5, 7, 7] : split(65, over: chosen.count, random: &random)
    let overseers = overseers(of: unit, units: units).filter { $0 != index }
    let own = chosen.enumerated().map { place, item in
      let measure = item.measure
      let direction: Direction = measure.smallerIsBetter ? .smaller : .larger
      let section = unit.isTownship ? (place < 3 ? "高质量发展" : "年度目标任务") : place % 2 == 0 ? "高质量发展" : "年度目标任务"
      return Indicator(
        id: "\(unit.id)-\(twoDigits(place + 1))", scope: unit.id, section: section, minor: item.name,
        name: measure.name, direction: direction, target: random.int(measure.lowest...measure.highest),
        measureUnit: measure.unit, weight: weights[place] * 100,
        criterion: direction.criterion(weight: weights[place], choice: random.below(3)),
        responsible: overseers.isEmpty
          ? responsible(["组织部"], units: units) : [overseers[place % overseers.count]],
        isLivelihood: unit.isTownship || place == 1, isNew: false, dimension: nil)
    }
    return own
  }

  /// Who marks a unit's own trade: the offices that see its work from above.
  private static func overseers(of unit: Unit, units: [Unit]) -> [Int] {
    let keys: [String] =
      switch unit.office.series {
      case 0, 2: ["县委办", "直工委", "组织部"]
      case 1: ["县委办", "政法委", "组织部"]
      case 3: ["政府办", "发改局", "财政局"]
      case Office.townshipSeries: ["农业农村局", "卫体局", "政府办"]
      default: ["政府办", "财政局", "发改局"]
      }
    return keys.compactMap { key in units.firstIndex { $0.office.key == key } }.prefix(2).map { $0 }
  }

  /// Whole points over so many indicators, nearly even.
  private static func split(_ total: Int, over count: Int, random: inout SplitMix) -> [Int] {
    var weights = (0..<count).map { $0 < total % count ? total / count + 1 : total / count }
    for index in stride(from: 0, to: count - 1, by: 2) {
      let shift = random.int(0...2)
      weights[index] += shift
      weights[index + 1] -= shift
    }
    return weights
  }

  /// section | minor | name | direction | target/unit | weight | responsible | livelihood | dimension
  private static let officeText = """
    党建工作|党的政治建设|全面从严治党主体责任落实情况|定性||5|组织部、直工委|否|政治标准
    党建工作|基层组织|标准化规范化党支部达标率|越大越好|90/%|4|组织部、直工委|否|
    党建工作|意识形态|意识形态工作责任制落实情况|定性||3|宣传部|否|政治标准
    新增内容|抓党建促基层治理|机关党员到社区报到服务人次|越大越好|120/人次|4|组织部|否|
    新增内容|清廉建设|清廉机关创建任务完成情况|定性||4|纪委|否|
    新增内容|人才工作|年度引育专业技术人才任务完成情况|定性||3|组织部、人社局|否|
    年度目标任务|乡村振兴帮扶|定点帮扶村年度帮扶任务完成情况|定性||5|乡村振兴局|是|乡村振兴
    年度目标任务|平安建设|信访积案按期化解率|越大越好|95/%|4|政法委、信访局|否|复杂问题
    年度目标任务|应急处突|急难险重任务抽调力量到位率|越大越好|100/%|3|应急局|否|急难险重
    """

  private static let townshipText = """
    党建工作|党的政治建设|全面从严治党主体责任落实情况|定性||6|组织部|否|政治标准
    党建工作|基层组织|标准化规范化农村党支部达标率|越大越好|88/%|5|组织部|否|
    党建工作|党员队伍|发展农村年轻党员人数|越大越好|9/名|4|组织部|否|
    党建工作|意识形态|意识形态和宣传文化阵地管理情况|定性||5|宣传部|否|政治标准
    高质量发展|农业产业|特色种养产业新增规模|越大越好|1200/亩|6|农业农村局|是|
    高质量发展|收入增长|农村居民人均可支配收入增幅|越大越好|8/%|6|农业农村局、统计局|是|
    高质量发展|项目建设|固定资产投资项目开工率|越大越好|95/%|6|发改局|否|急难险重
    年度目标任务|乡村振兴|防返贫监测对象风险消除率|越大越好|90/%|6|乡村振兴局|是|乡村振兴
    年度目标任务|卫生健康|六十五岁以上老年人健康管理率|越大越好|72/%|5|卫体局|是|
    年度目标任务|平安建设|信访积案按期化解率|越大越好|95/%|5|政法委、信访局|否|复杂问题
    新增内容|抓党建促基层治理|全科网格标准化建设任务完成情况|定性||4|组织部|否|
    新增内容|发展壮大集体经济|集体经济年收入十万元以上村占比|越大越好|80/%|5|组织部、农业农村局|是|
    新增内容|清廉建设|清廉村居创建任务完成情况|定性||3|纪委|否|
    新增内容|人才工作|回引本土人才人数|越大越好|8/名|3|组织部|否|
    """
}

extension Indicator.Direction {
  /// How points are taken off.
  fileprivate func criterion(weight: Int, choice: Int) -> String {
    let step = weight >= 6 ? "1" : "0.5"
    return switch (self, choice) {
    case (.qualitative, 0): "任务全部落实得满分，缺一项扣\(step)分，扣完为止"
    case (.qualitative, 1): "查阅资料与实地查看相结合，发现一处不实扣\(step)分"
    case (.qualitative, _): "按年度任务清单逐项核验，未落实一项扣\(step)分"
    case (.larger, 0): "达到目标值得满分，每低1个百分点扣\(step)分，扣完为止"
    case (.larger, 1): "完成率100%及以上得满分，90%以上不足100%的扣\(step)分，其余按比例扣分"
    case (.larger, _): "按完成率分档计分，未达目标值的相应扣分"
    case (.smaller, 0): "不高于目标值得满分，每超出5%扣\(step)分"
    case (.smaller, _): "控制在目标值以内得满分，超出的按比例扣分"
    }
  }
}

extension County {
  /// The indicators a unit is measured by, as indices.
  func indicators(of unit: Int) -> [Int] {
    let (id, category) = (units[unit].id, units[unit].category)
    return indicators.indices.filter { indicators[$0].scope == id || indicators[$0].scope == category }
  }

  /// Who must give a unit its everyday marks: all that answer for its indicators, itself excepted.
  func markers(of unit: Int) -> [Int] {
    Set(indicators(of: unit).flatMap { indicators[$0].responsible }).subtracting([unit]).sorted()
  }
}
