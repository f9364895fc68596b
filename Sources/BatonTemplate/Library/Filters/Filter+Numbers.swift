// Filters about numbers.

internal import BigInt

extension Filter {
  static let numberFilters: [Filter] = [abs, round, int, float, fileSizeFormat]

  /// `abs`
  private static let abs = Filter("abs", signature: Signature(.number, gives: .number)) {
    (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    switch value.tag {
    case .int where value.integer != .min, .bool: return .int(Swift.abs(value.integer))
    case .int, .bigInt: return machine.makeInteger(BigInt(machine.bigInteger(value).magnitude))
    case .float: return .float(value.double.magnitude)
    case .decimal: return machine.makeDecimal(try machine.decimal(value, "abs").magnitude)
    default: throw machine.wrongType(value, "abs", wanted: "数")
    }
  }

  /// `round(precision=0, method="common")`; beside Jinja's `common`, `ceil` and `floor` the exact modes of 修约.
  private static let round = Filter(
    "round",
    signature: Signature(
      .number, [.optional("precision", .integer), .optional("method", .text)], gives: .number)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    guard value.isNumber else {
      if value.isUndefined, machine.undefinedMode == .strict { throw machine.undefinedFault(value) }
      throw Fault.type("\(machine.typeName(of: value))「\(machine.brief(value))」不能取整")
    }
    let precision = try machine.integer(arguments[1], "precision", default: 0)
    guard (-400...400).contains(precision) else { throw Fault(.overflow, "小数位数「\(precision)」太大") }
    let method = try machine.string(arguments[2], "method", default: "common")
    switch method {
    case "common": return try rounded(value, precision, &machine)
    case "ceil", "floor": return try machine.cut(value, precision, up: method == "ceil")
    default:
      guard let mode = Decimal.Rounding(named: method) else {
        throw Fault(
          .filterArgument, "没有「\(method)」这种取整方式", help: "可用 common、ceil、floor、half_up、gb8170、truncate")
      }
      return machine.makeDecimal(try machine.decimal(value, "round").rounded(places: precision, mode))
    }
  }

  private static func rounded(_ value: Node, _ precision: Int, _ machine: inout Machine) throws(Fault) -> Node
  {
    switch value.tag {
    case .float:
      let result = try PythonRounding.round(value.double, digits: precision)
      return .float(result)
    case .decimal:
      return machine.makeDecimal(
        try machine.decimal(value, "round").rounded(places: precision, .halfEven))
    default:
      return precision >= 0 && value.tag != .bool
        ? value : machine.makeInteger(PythonRounding.round(machine.bigInteger(value), digits: precision))
    }
  }

  /// `int(default=0, base=10)`
  private static let int = Filter(
    "int",
    signature: Signature(.any, [.optional("default", .any), .optional("base", .integer)], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    let otherwise = arguments[1].isMissing ? Node.int(0) : arguments[1]
    switch value.tag {
    case .int, .bigInt: return value
    case .bool: return .int(value.integer)
    case .float:
      if value.double.isNaN { return otherwise }
      guard value.double.isFinite else { throw Fault(.overflow, "无穷大不能取整数") }
      return machine.makeInteger(BigInt(value.double.rounded(.towardZero)))
    case .decimal:
      return machine.makeInteger(
        try machine.decimal(value, "int").rounded(places: 0, .truncate).coefficient)
    case .string:
      let text = machine.text(of: value)
      // A base that is no integer is a failure like any other: the text may still be a float.
      let isBase = arguments[2].isMissing || arguments[2].isInteger
      let base = isBase ? try machine.integer(arguments[2], "base", default: 10) : 1
      if let number = NumberReading.integer(text, base: base) { return machine.makeInteger(number) }
      guard let number = NumberReading.float(text), number.isFinite else { return otherwise }
      return machine.makeInteger(BigInt(number.rounded(.towardZero)))
    case .undefined: throw machine.undefinedFault(value)
    default: return otherwise
    }
  }

  /// `float(default=0.0)`
  private static let float = Filter(
    "float", signature: Signature(.any, [.optional("default", .any)], gives: .float)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    let otherwise = arguments[1].isMissing ? Node.float(0) : arguments[1]
    switch value.tag {
    case .string: return NumberReading.float(machine.text(of: value)).map { .float($0) } ?? otherwise
    case .undefined: throw machine.undefinedFault(value)
    case _ where value.isNumber: return .float(try machine.double(value, "float"))
    default: return otherwise
    }
  }

  /// `filesizeformat(binary=false)`
  private static let fileSizeFormat = Filter(
    "filesizeformat",
    signature: Signature([.number, .text], [.optional("binary", .bool)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    let bytes: Double
    if value.isString {
      guard let number = NumberReading.float(machine.text(of: value)) else {
        throw Fault(.value, "「\(machine.brief(value))」不是文件大小")
      }
      bytes = number
    } else {
      bytes = try machine.double(value, "filesizeformat")
    }
    return machine.makeString(try TextShortening.fileSize(bytes, isBinary: try machine.flag(arguments[1])))
  }
}

extension Machine {
  /// `round` by `ceil` or `floor`: of floats by way of the power of ten, as Jinja has it; of decimals exactly.
  fileprivate mutating func cut(_ value: Node, _ precision: Int, up: Bool) throws(Fault) -> Node {
    if value.tag == .decimal {
      return makeDecimal(try decimal(value, "round").rounded(places: precision, up ? .ceil : .floor))
    }
    // Integers are exact up to the division, which gives them back.
    if value.isInteger, precision >= 0 { return .float(try double(value, "round")) }
    let power = Double("1e\(precision)") ?? 1
    guard power > 0 else { throw .zeroDivision }
    let scaled = try double(value, "round") * power
    guard scaled.isFinite else {
      throw Fault(scaled.isNaN ? .value : .overflow, "「\(brief(value))」不能取整")
    }
    let result = up ? scaled.rounded(.up) : scaled.rounded(.down)
    // Python's ceil and floor are integers, which have no negative zero.
    return .float((result == 0 ? 0 : result) / power)
  }
}
