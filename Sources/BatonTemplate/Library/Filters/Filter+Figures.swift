// Our filters for figures and dates. Figures are exact decimals: a float counts as the decimal it prints as.

extension Filter {
  static let figureFilters: [Filter] = [
    date("gw_date", "公文日期", \.official), date("han_date", "汉字日期", \.chinese), hanNumber, hanYear, approximate,
    moneyUpper, scaled("wan", "万元", power: 4), scaled("yi", "亿元", power: 8), percent, points, growth, range,
    roundTo,
    exact, quota,
  ]

  private static let places = Signature.Parameter.optional("places", [.integer, .none])
  private static let mode = Signature.Parameter.optional("mode", [.text, .none])
  private static let figure: ValueKind = [.number, .text]

  /// `公文日期`, `汉字日期`
  private static func date(
    _ name: String, _ chinese: String, _ text: @escaping @Sendable (CalendarDate) -> String
  ) -> Filter {
    Filter(name, chinese, signature: Signature(.text, gives: .text)) { (machine, arguments) throws(Fault) in
      let written = try machine.string(machine.plain(arguments[0]), chinese)
      guard let date = CalendarDate(written) else {
        throw Fault(.value, "「\(written)」不是日期", help: "日期写作 2023-04-09、2023/4/9 或 2023年4月9日")
      }
      return machine.makeString(text(date))
    }
  }

  /// `中文数字`
  private static let hanNumber = Filter("han_num", "中文数字", signature: Signature(figure, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.makeString(try ChineseNumeral.count(try machine.decimal(arguments[0], "中文数字")))
  }

  /// `年份汉字`
  private static let hanYear = Filter(
    "han_year", "年份汉字", signature: Signature([.integer, .text], gives: .text)
  ) {
    (machine, arguments) throws(Fault) in
    let text = try machine.str(machine.plain(arguments[0]))
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw Fault(.value, "「\(text)」不是年份")
    }
    return machine.makeString(ChineseNumeral.year(text))
  }

  /// `概数`
  private static let approximate = Filter("approx", "概数", signature: Signature(.integer, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.makeString(try ChineseNumeral.approximate(try machine.integer(arguments[0], "概数")))
  }

  /// `大写金额`
  private static let moneyUpper = Filter("money_upper", "大写金额", signature: Signature(figure, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.makeString(try MoneyUpper.text(try machine.decimal(arguments[0], "大写金额")))
  }

  /// `万元(places=2, unit="万元", mode="half_up")`, `亿元`
  private static func scaled(_ name: String, _ chinese: String, power: Int) -> Filter {
    Filter(
      name, chinese, signature: Signature(figure, [places, .optional("unit", .text), mode], gives: .text)
    ) {
      (machine, arguments) throws(Fault) in
      let value = try machine.decimal(arguments[0], chinese)
      let text = ChineseFigure.scaled(
        value, power: power, places: try machine.places(arguments[1], "places") ?? 2,
        rounding: try machine.rounding(arguments[3], "mode"),
        unit: try machine.string(arguments[2], "unit", default: chinese))
      return machine.makeString(text)
    }
  }

  /// `百分比(places=none, mode="half_up")`
  private static let percent = Filter(
    "pct", "百分比", signature: Signature(figure, [places, mode], gives: .text)
  ) {
    (machine, arguments) throws(Fault) in
    let ratio = try machine.decimal(arguments[0], "百分比")
    let text = ChineseFigure.percent(
      ratio, places: try machine.places(arguments[1], "places"),
      rounding: try machine.rounding(arguments[2], "mode"))
    return machine.makeString(text)
  }

  /// `百分点(earlier, places=none, mode="half_up")`: without the earlier ratio the value is the difference.
  private static let points = Filter(
    "pp", "百分点", signature: Signature(figure, [.optional("earlier", figure), places, mode], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let value = try machine.decimal(arguments[0], "百分点")
    let earlier = arguments[1].isMissing ? .zero : try machine.decimal(arguments[1], "earlier")
    let text = ChineseFigure.points(
      value - earlier, places: try machine.places(arguments[2], "places"),
      rounding: try machine.rounding(arguments[3], "mode"))
    return machine.makeString(text)
  }

  /// `同比(earlier, places=none, mode="half_up")`
  private static let growth = Filter(
    "yoy", "同比", signature: Signature(figure, [.required("earlier", figure), places, mode], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try ChineseFigure.growth(
      of: try machine.decimal(arguments[0], "同比"), over: try machine.decimal(arguments[1], "earlier"),
      places: try machine.places(arguments[2], "places"),
      rounding: try machine.rounding(arguments[3], "mode"))
    return machine.makeString(text)
  }

  /// `区间(last, unit="")`
  private static let range = Filter(
    "range", "区间",
    signature: Signature(figure, [.required("last", figure), .optional("unit", .text)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = ChineseFigure.range(
      from: try machine.str(arguments[0]), to: try machine.str(arguments[1]),
      unit: try machine.string(arguments[2], "unit", default: ""))
    return machine.makeString(text)
  }

  /// `修约(places=2, mode="half_up")`: a decimal.
  private static let roundTo = Filter(
    "round_to", "修约", signature: Signature(figure, [places, mode], gives: .decimal)
  ) {
    (machine, arguments) throws(Fault) in
    let value = try machine.decimal(arguments[0], "修约")
    return machine.makeDecimal(
      value.rounded(
        places: try machine.places(arguments[1], "places") ?? 2,
        try machine.rounding(arguments[2], "mode")))
  }

  /// `定点数`: the exact decimal of a number or of a text that is one.
  private static let exact = Filter("decimal", "定点数", signature: Signature(figure, gives: .decimal)) {
    (machine, arguments) throws(Fault) in
    machine.makeDecimal(try machine.decimal(arguments[0], "定点数"))
  }

  /// `名额(percent, mode="floor")`
  private static let quota = Filter(
    "quota", "名额", signature: Signature(figure, [.required("percent", figure), mode], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let count = try ChineseFigure.quota(
      of: try machine.decimal(arguments[0], "名额"), percent: try machine.decimal(arguments[1], "percent"),
      rounding: try machine.rounding(arguments[2], "mode", default: .floor))
    return machine.makeInteger(count.coefficient)
  }
}
