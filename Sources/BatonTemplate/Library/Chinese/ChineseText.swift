// Names and lists as Chinese text sets them.

package enum ChineseText {
  /// 两字名: a full-width space between the characters of a name of two, for lists and tables.
  package static func spacedName(_ name: String) -> String {
    let points = name.unicodeScalars.filter { !$0.isPythonSpace }
    guard points.count == 2, points.allSatisfy(\.isHan) else { return String(points) }
    return points.map { String(Character($0)) }.joined(separator: "\u{3000}")
  }

  /// 顿号连接: 甲、乙、丙; with 分号 where an item has a comma or 顿号 of its own.
  ///
  /// More than `limit` items are cut and counted: 甲、乙等87个单位.
  package static func join(_ items: [String], limit: Int?, unit: String) -> String {
    let separator = items.contains { $0.contains("，") || $0.contains("、") } ? "；" : "、"
    guard let limit, items.count > limit else { return items.joined(separator: separator) }
    return items.prefix(max(limit, 0)).joined(separator: separator) + "等\(items.count)\(unit)"
  }

  /// 全角标点: the half-width punctuation of Chinese sentences as full-width.
  ///
  /// Numbers (3.14, 1,234, 12:30), addresses and Latin text keep theirs.
  package static func fullWidthPunctuation(_ text: String) -> String {
    var points = text.points
    let pairs = bracketPairs(points)
    var isOpening = true
    var result = CodePoints()
    for index in points.indices {
      let point = points[index]
      var replaced = point
      if let wide = wide[point], isChineseContext(index, points) {
        replaced = wide
      } else if point == "(" || point == ")", pairs.contains(index) {
        replaced = point == "(" ? "（" : "）"
      } else if point == "\"", touchesChinese(index, points) {
        replaced = isOpening ? "“" : "”"
        isOpening.toggle()
      } else if point == " ", let last = result.last, wide.values.contains(last), index > 0,
        points[index - 1] == last
      {
        // The space that Latin punctuation has behind it is part of the full-width form.
        continue
      }
      points[index] = replaced
      result.append(replaced)
    }
    return String(result)
  }

  private static let wide: [Unicode.Scalar: Unicode.Scalar] = [
    ",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！",
  ]

  private static func isChinese(_ point: Unicode.Scalar?) -> Bool {
    guard let point else { return false }
    return point.isHan || "，。：；？！（）“”‘’《》〈〉、〔〕…—".unicodeScalars.contains(point)
  }

  private static func touchesChinese(_ index: Int, _ points: CodePoints) -> Bool {
    isChinese(index > 0 ? points[index - 1] : nil)
      || isChinese(index + 1 < points.count ? points[index + 1] : nil)
  }

  /// Whether the mark at an index ends or parts a Chinese clause.
  private static func isChineseContext(_ index: Int, _ points: CodePoints) -> Bool {
    let before = index > 0 ? points[index - 1] : nil
    let after = points[(index + 1)...].first { $0 != " " }
    // 「1.概况」 is a number of a heading, 「3.14」 a figure: a full stop follows Chinese only.
    if points[index] == "." {
      return isChinese(before) && !(after.map { $0.isASCII && $0.isWord } ?? false)
    }
    return isChinese(before) || isChinese(after)
  }

  /// The indices of round brackets that hold Chinese or stand behind it, in pairs.
  private static func bracketPairs(_ points: CodePoints) -> Set<Int> {
    var open: [Int] = []
    var result: Set<Int> = []
    for (index, point) in points.enumerated() {
      if point == "(" { open.append(index) }
      guard point == ")", let start = open.popLast() else { continue }
      let isInside = points[(start + 1)..<index].contains(where: isChinese)
      let isBehind = start > 0 && isChinese(points[start - 1])
      if isInside || isBehind { result.formUnion([start, index]) }
    }
    return result
  }
}
