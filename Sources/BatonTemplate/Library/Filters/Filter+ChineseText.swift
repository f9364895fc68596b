// Our filters for names, lists, punctuation and numbers of headings and documents.

extension Filter {
  static let chineseTextFilters: [Filter] = [
    levelNumber, documentNumber, spacedName, joinList, fullWidthPunctuation,
  ]

  /// `序号(level=1)`: 一、（一）1.（1）①
  private static let levelNumber = Filter(
    "level_no", "序号", signature: Signature(.integer, [.optional("level", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let number = try machine.integer(arguments[0], "序号")
    let level = try machine.integer(arguments[1], "level", default: 1)
    return machine.makeString(try OfficialNumbering.level(number, level: level))
  }

  /// `文号(year, sequence)` of an agency's short name; without arguments it checks a number as it is written.
  private static let documentNumber = Filter(
    "docno", "文号",
    signature: Signature(.text, [.optional("year", .integer), .optional("sequence", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(machine.plain(arguments[0]), "文号")
    if arguments[1].isMissing, arguments[2].isMissing {
      return machine.makeString(try OfficialNumbering.checkDocumentNumber(text))
    }
    guard !arguments[1].isMissing, !arguments[2].isMissing else {
      throw Fault.type("「文号」要有年份和顺序号", help: "例：代字|文号(2023, 8)")
    }
    let number = try OfficialNumbering.documentNumber(
      agency: text, year: try machine.integer(arguments[1], "year"),
      sequence: try machine.integer(arguments[2], "sequence"))
    return machine.makeString(number)
  }

  /// `两字名`
  private static let spacedName = Filter("name2", "两字名", signature: Signature(.text, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.makeString(ChineseText.spacedName(try machine.string(machine.plain(arguments[0]), "两字名")))
  }

  /// `顿号连接(limit=none, unit="个", attribute=none)`
  private static let joinList = Filter(
    "join_list", "顿号连接",
    signature: Signature(
      .list,
      [
        .optional("limit", [.integer, .none]), .optional("unit", .text),
        .optional("attribute", [.text, .integer, .none]),
      ], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[3]) ?? []
    var parts: [String] = []
    for item in try machine.items(of: machine.plain(arguments[0])) {
      parts.append(try machine.str(try machine.value(at: path, of: item)))
    }
    let text = ChineseText.join(
      parts, limit: try machine.optionalInteger(arguments[1], "limit"),
      unit: try machine.string(arguments[2], "unit", default: "个"))
    return machine.makeString(text)
  }

  /// `全角标点`
  private static let fullWidthPunctuation = Filter(
    "fullwidth_punct", "全角标点", signature: Signature(.text, gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(machine.plain(arguments[0]), "全角标点")
    return machine.makeString(ChineseText.fullWidthPunctuation(text))
  }
}
