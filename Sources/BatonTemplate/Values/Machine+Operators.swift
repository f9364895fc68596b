// Arithmetic and the other operators, as Python has them: integers never overflow, decimals stay exact.

package import BigInt
import CMath

extension Machine {
  /// Bytes and items that one operation may make.
  static let sizeLimit = 64 << 20

  // MARK: Numbers

  /// An integer of any length.
  package func bigInteger(_ node: Node) -> BigInt {
    node.tag == .bigInt ? BigInt(text(of: node)) ?? 0 : BigInt(node.integer)
  }

  package mutating func makeInteger(_ value: BigInt) -> Node {
    if let small = Int(exactly: value) { return .int(small) }
    let start = scratchBytes.count
    scratchBytes.append(value.description)
    return scratchText(.bigInt, from: start)
  }

  /// A number as a double; decimals have none by accident.
  package func double(_ node: Node) throws(Fault) -> Double {
    switch node.tag {
    case .float: return node.double
    case .bigInt:
      let value = Double(text(of: node)) ?? .infinity
      guard value.isFinite else { throw Fault.overflow("整数太大，不能变成小数") }
      return value
    default: return Double(node.integer)
    }
  }

  package func decimal(_ node: Node) -> Decimal {
    node.tag == .decimal ? Decimal(text(of: node)) ?? .zero : Decimal(bigInteger(node))
  }

  package mutating func makeDecimal(_ value: Decimal) -> Node { makeDecimal(text: value.description) }

  // MARK: Operators

  mutating func unary(_ symbol: UInt8, _ operand: Node) throws(Fault) -> Node {
    if symbol == 2 { return .bool(try !isTrue(operand)) }
    let operand = plain(operand)
    try refuseUndefined(operand)
    switch operand.tag {
    case .int, .bool:
      if symbol == 0 { return .int(operand.integer) }
      return operand.integer == .min ? makeInteger(-BigInt(Int.min)) : .int(-operand.integer)
    case .bigInt: return symbol == 0 ? operand : makeInteger(-bigInteger(operand))
    case .float: return .float(symbol == 0 ? operand.double : -operand.double)
    case .decimal: return symbol == 0 ? operand : makeDecimal(-decimal(operand))
    default: throw Fault.type("\(typeName(of: operand))不能带正负号")
    }
  }

  private static let symbols: InlineArray<7, StaticString> = ["+", "-", "*", "/", "//", "%", "**"]

  /// `left symbol right`; symbols by ``Expression/BinaryOperator``'s numbers.
  package mutating func binary(_ symbol: UInt8, _ left: Node, _ right: Node) throws(Fault) -> Node {
    let left = plain(left)
    let right = plain(right)
    try refuseUndefined(left)
    try refuseFragment(left, "用来计算")
    try refuseFragment(right, "用来计算")
    if symbol == 5, left.tag == .string { return try percent(left, right) }
    try refuseUndefined(right)
    if left.tag == .int, right.tag == .int, let result = small(symbol, left.integer, right.integer) {
      return result
    }
    if left.isNumber, right.isNumber { return try arithmetic(symbol, left, right) }
    switch symbol {
    case 0: if let result = try sum(left, right) { return result }
    case 2: if let result = try repetition(left, right) { return result }
    default: break
    }
    let sign = Self.symbols[Int(symbol)]
    throw Fault.type("\(typeName(of: left))和\(typeName(of: right))之间不能用「\(sign)」")
  }

  /// The quick way for small integers; `nil` when the result is not one.
  private func small(_ symbol: UInt8, _ left: Int, _ right: Int) -> Node? {
    let result: (partialValue: Int, overflow: Bool)
    switch symbol {
    case 0: result = left.addingReportingOverflow(right)
    case 1: result = left.subtractingReportingOverflow(right)
    case 2: result = left.multipliedReportingOverflow(by: right)
    case 4, 5:
      guard right != 0, right != -1 else { return nil }
      let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
      let isBelow = remainder != 0 && (remainder < 0) != (right < 0)
      result = (symbol == 4 ? quotient - (isBelow ? 1 : 0) : remainder + (isBelow ? right : 0), false)
    default: return nil
    }
    return result.overflow ? nil : .int(result.partialValue)
  }

  private mutating func arithmetic(_ symbol: UInt8, _ left: Node, _ right: Node) throws(Fault) -> Node {
    if left.tag == .decimal || right.tag == .decimal { return try exactArithmetic(symbol, left, right) }
    if left.tag == .float || right.tag == .float || symbol == 3 {
      return try floatArithmetic(symbol, left, right)
    }
    let (one, other) = (bigInteger(left), bigInteger(right))
    switch symbol {
    case 0: return makeInteger(one + other)
    case 1: return makeInteger(one - other)
    case 2:
      guard one.bitWidth + other.bitWidth < Self.longestInteger else { throw Fault.overflow("整数太大") }
      return makeInteger(one * other)
    case 4, 5:
      guard !other.isZero else { throw Fault.zeroDivision }
      let (quotient, remainder) = one.quotientAndRemainder(dividingBy: other)
      let isBelow = !remainder.isZero && (remainder.sign != other.sign)
      return makeInteger(symbol == 4 ? quotient - (isBelow ? 1 : 0) : remainder + (isBelow ? other : 0))
    default: return try power(one, other)
    }
  }

  /// Bits of an integer: its text costs the square of its length. (Python prints none of more than 4300 digits.)
  private static let longestInteger = 1 << 14

  private mutating func power(_ base: BigInt, _ exponent: BigInt) throws(Fault) -> Node {
    if exponent.sign == .minus {
      guard !base.isZero else { throw Fault.zeroDivision }
      return try floatPower(Double(base), Double(exponent))
    }
    if base.isZero || base.magnitude == 1 {
      return makeInteger(exponent.isZero ? 1 : base.sign == .minus && exponent.isMultiple(of: 2) ? 1 : base)
    }
    guard let small = Int(exactly: exponent), small < 1 << 20 else { throw Fault.overflow("乘方的结果太大") }
    guard base.magnitude.bitWidth * small < Self.longestInteger else { throw Fault.overflow("乘方的结果太大") }
    return makeInteger(base.power(small))
  }

  private func floatPower(_ base: Double, _ exponent: Double) throws(Fault) -> Node {
    if base == 0, exponent < 0 { throw Fault.zeroDivision }
    if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded() {
      throw Fault.value("负数不能开方")
    }
    let result = baton_pow(base, exponent)
    guard result.isFinite || !base.isFinite || !exponent.isFinite else { throw Fault.overflow("乘方的结果太大") }
    return .float(result)
  }

  private func floatArithmetic(_ symbol: UInt8, _ left: Node, _ right: Node) throws(Fault) -> Node {
    if symbol == 3, left.isInteger, right.isInteger { return .float(try trueDivision(left, right)) }
    let (one, other) = (try double(left), try double(right))
    switch symbol {
    case 0: return .float(one + other)
    case 1: return .float(one - other)
    case 2: return .float(one * other)
    case 6: return try floatPower(one, other)
    default: break
    }
    guard other != 0 else { throw Fault.zeroDivision }
    if symbol == 3 { return .float(one / other) }
    // Python: the remainder has the divisor's sign, and the quotient goes with it.
    var remainder = one.truncatingRemainder(dividingBy: other)
    var quotient = (one - remainder) / other
    if remainder != 0 {
      if (other < 0) != (remainder < 0) {
        remainder += other
        quotient -= 1
      }
    } else {
      remainder = other < 0 ? -0.0 : 0.0
    }
    if symbol == 5 { return .float(remainder) }
    guard quotient != 0 else { return .float((one / other).sign == .minus ? -0.0 : 0.0) }
    let floor = quotient.rounded(.down)
    return .float(quotient - floor > 0.5 ? floor + 1 : floor)
  }

  /// Integers divide with one rounding, however long they are.
  private func trueDivision(_ left: Node, _ right: Node) throws(Fault) -> Double {
    let (one, other) = (bigInteger(left), bigInteger(right))
    guard !other.isZero else { throw Fault.zeroDivision }
    let limit = BigInt(1) << 53
    if one.magnitude <= limit.magnitude, other.magnitude <= limit.magnitude {
      return Double(one) / Double(other)
    }
    // Scale to a quotient of at least 66 bits, so that dropping the rest as a sticky bit rounds right.
    let shift = max(0, 66 - (one.magnitude.bitWidth - other.magnitude.bitWidth))
    let (quotient, remainder) = (one.magnitude << shift).quotientAndRemainder(dividingBy: other.magnitude)
    let sticky = remainder.isZero ? quotient : quotient | 1
    let excess = max(0, sticky.bitWidth - 64)
    let dropped = excess > 0 && !(sticky & ((BigUInt(1) << excess) - 1)).isZero
    let top = (sticky >> excess) | (dropped ? 1 : 0)
    let value = Double(sign: .plus, exponent: excess - shift, significand: Double(UInt64(top)))
    guard value.isFinite else { throw Fault.overflow("整数太大，不能变成小数") }
    return one.sign == other.sign ? value : -value
  }

  private mutating func exactArithmetic(_ symbol: UInt8, _ left: Node, _ right: Node) throws(Fault) -> Node {
    guard left.tag != .float, right.tag != .float else {
      throw Fault.type("定点小数不能和小数一起计算", help: "先用「|float」或「|decimal」变成同一种数")
    }
    let (one, other) = (decimal(left), decimal(right))
    switch symbol {
    case 0: return makeDecimal(one + other)
    case 1: return makeDecimal(one - other)
    case 2:
      try limit(one.coefficient.bitWidth / 8 + other.coefficient.bitWidth / 8)
      return makeDecimal(one * other)
    case 6: throw Fault.type("定点小数不能乘方")
    default: break
    }
    guard !other.isZero else { throw Fault.zeroDivision }
    let result =
      switch symbol {
      case 3: one.divided(exactlyBy: other)
      case 4: one.floorDivided(by: other)
      default: one.modulo(other)
      }
    guard let result else {
      throw Fault.value("「\(one) / \(other)」除不尽", help: "用修约过滤器写明要几位小数")
    }
    return makeDecimal(result)
  }

  // MARK: Sequences

  private mutating func sum(_ left: Node, _ right: Node) throws(Fault) -> Node? {
    if left.tag == .string, right.tag == .string {
      if left.isMarkup || right.isMarkup { return try concatenate([left, right], escapes: true) }
      try limit(left.byteCount + right.byteCount)
      return makeString(bytes: utf8(of: left) + utf8(of: right))
    }
    if left.isPlainList, right.isPlainList { return makeList(try items(of: left) + items(of: right)) }
    if left.tag == .tuple, right.tag == .tuple { return makeTuple(try items(of: left) + items(of: right)) }
    return nil
  }

  private mutating func repetition(_ left: Node, _ right: Node) throws(Fault) -> Node? {
    let (sequence, factor) = left.isInteger ? (right, left) : (left, right)
    guard factor.isInteger, sequence.isString || sequence.isPlainList || sequence.tag == .tuple else {
      return nil
    }
    guard factor.tag != .bigInt else {
      if bigInteger(factor).sign == .minus { return try repetition(sequence, .int(0)) }
      throw Fault.overflow("重复的次数太多")
    }
    let count = max(0, factor.integer)
    let size = sequence.isString ? sequence.byteCount : (itemCount(of: sequence) ?? 0) * 16
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    try limit(overflow ? .max : total)
    if sequence.isString {
      // Doubled, not appended one by one: a letter times fifty million is fifty million appends.
      var result: [UInt8] = []
      result.reserveCapacity(total)
      if total > 0 { result += utf8(of: sequence) }
      while result.count < total { result += result.prefix(total - result.count) }
      return makeString(bytes: result, isMarkup: sequence.isMarkup)
    }
    let items = try items(of: sequence)
    let result = items.isEmpty ? [] : Array(repeatElement(items, count: count).joined())
    return sequence.tag == .list ? makeList(result) : makeTuple(result)
  }

  func limit(_ size: Int) throws(Fault) {
    if size > Self.sizeLimit { throw Fault.overflow("结果太大") }
  }

  /// `format % values`: what the filter `format` does.
  private mutating func percent(_ format: Node, _ values: Node) throws(Fault) -> Node {
    var arguments = CallArguments()
    switch values.tag {
    case .tuple: arguments.positional = try items(of: values)
    case .record where values.flags.contains(.figure): arguments.positional = [values]
    case .record, .map:
      for (key, value) in zip(keys(of: values), self.values(of: values)) where key.tag == .string {
        arguments.keywords.append((key, value))
      }
    default: arguments.positional = [values]
    }
    return try applyFilter("format", to: format, arguments)
  }

  // MARK: Text

  /// `a ~ b ~ c`
  mutating func concatenate(_ items: [Node], escapes: Bool) throws(Fault) -> Node {
    let items = items.map { plain($0) }
    if escapes, environment.dialect.isStructured { return try joined(items, by: nil) }
    let joinsMarkup = escapes && items.contains(where: \.isMarkup)
    var parts: [UInt8] = []
    for item in items { parts += try bytes(of: item, escaped: joinsMarkup) }
    try limit(parts.count)
    return makeString(bytes: parts, isMarkup: joinsMarkup)
  }

  // MARK: Comparison

  /// `left symbol right`; symbols by ``Expression/ComparisonOperator``'s numbers.
  mutating func compare(_ symbol: UInt8, _ left: Node, _ right: Node) throws(Fault) -> Bool {
    try refuseFragment(left, "比较")
    try refuseFragment(right, "比较")
    switch symbol {
    case 0: return try equals(left, right)
    case 1: return try !equals(left, right)
    case 6: return try contains(right, left)
    case 7: return try !contains(right, left)
    default: break
    }
    let order = try compare(left, right)
    return switch symbol {
    case 2: order == .less
    case 3: order == .less || order == .equal
    case 4: order == .greater
    default: order == .greater || order == .equal
    }
  }

  /// `item in container`
  package mutating func contains(_ container: Node, _ item: Node) throws(Fault) -> Bool {
    let container = plain(container)
    switch container.tag {
    case .string:
      let item = plain(item)
      try refuseUndefined(item)
      guard item.tag == .string else { throw Fault.type("文字里只能找文字，不能找\(typeName(of: item))") }
      return rawBytes(container).holds(rawBytes(item))
    case .record, .map: return try value(of: item, in: container) != nil
    default:
      // Keys are found by their hash: what has none cannot be looked for.
      if container.flags.contains(.keysView) { _ = try hash(of: item) }
      for candidate in try items(of: container) where try equals(candidate, item) { return true }
      return false
    }
  }

  /// Spreads a sequence over the stack, its first item on top.
  mutating func unpack(_ count: Int) throws(Fault) {
    let sequence = plain(stack.removeLast())
    let items = try items(of: sequence)
    guard items.count == count else {
      throw Fault.value(
        items.count < count ? "要有\(count)项才能分开赋值，只有\(items.count)项" : "分开赋值只要\(count)项，却有\(items.count)项")
    }
    stack.append(contentsOf: items.reversed())
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes hold others, one after another.
  func holds(_ other: UnsafeRawBufferPointer) -> Bool {
    guard other.count > 0 else { return true }
    guard other.count <= count else { return false }
    for start in 0...(count - other.count) where self[start] == other[0] {
      if UnsafeRawBufferPointer(rebasing: self[start..<(start + other.count)]).elementsEqual(other) {
        return true
      }
    }
    return false
  }
}

extension String {
  /// The text with markup characters escaped as markupsafe does it.
  package var escaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&#34;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
