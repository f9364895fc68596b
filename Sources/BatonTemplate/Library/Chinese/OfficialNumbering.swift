// Numbers that documents and their parts bear: 一、（一）1.（1）①, 安组发〔2023〕8号.

package enum OfficialNumbering {
  /// 序号 of a level: 一、 ／（一）／ 1. ／（1）／ ① (GB/T 9704-2012 §7.3.3).
  package static func level(_ number: Int, level: Int) throws(Fault) -> String {
    guard number > 0 else { throw Fault(.value, "序号「\(number)」应大于零") }
    let chinese = try ChineseNumeral.count(Decimal(number))
    switch level {
    case 1: return chinese + "、"
    case 2: return "（" + chinese + "）"
    case 3: return "\(number)."
    case 4: return "（\(number)）"
    case 5: return try circled(number)
    default: throw Fault(.value, "序号没有第「\(level)」级", help: "层级是 1 到 5")
    }
  }

  private static func circled(_ number: Int) throws(Fault) -> String {
    let code =
      switch number {
      case 1...20: 0x2460 + number - 1
      case 21...35: 0x3251 + number - 21
      case 36...50: 0x32B1 + number - 36
      default: 0
      }
    guard code > 0, let point = Unicode.Scalar(code) else { throw Fault(.value, "带圈序号只到 50") }
    return String(Character(point))
  }

  /// 发文字号: the agency's short name, the year in 〔〕, the number without leading zero or 第.
  package static func documentNumber(agency: String, year: Int, sequence: Int) throws(Fault) -> String {
    let agency = TextSplitting.strip(agency)
    guard !agency.isEmpty, agency.unicodeScalars.allSatisfy(\.isHan) else {
      throw Fault(.value, "发文机关代字「\(agency)」应是汉字")
    }
    guard (1949...2999).contains(year) else { throw Fault(.value, "发文年份「\(year)」应是四位的年份") }
    guard sequence > 0 else { throw Fault(.value, "发文顺序号「\(sequence)」应大于零") }
    return "\(agency)〔\(year)〕\(sequence)号"
  }

  /// Refuses what is not of the form of ``documentNumber(agency:year:sequence:)``.
  package static func checkDocumentNumber(_ text: String) throws(Fault) -> String {
    let wrong = Fault(
      .value, "发文字号「\(text)」写法不合规定", help: "应如「安组发〔2023〕8号」：年份四位，用六角括号〔〕，顺序号不编虚位、不加「第」")
    let points = text.points
    guard let open = points.firstIndex(of: "〔"), let close = points.firstIndex(of: "〕"), close > open,
      points.last == "号"
    else { throw wrong }
    let year = String(points[(open + 1)..<close])
    let sequence = String(points[(close + 1)..<(points.count - 1)])
    guard let yearNumber = Int(year), let sequenceNumber = Int(sequence), String(yearNumber) == year,
      String(sequenceNumber) == sequence
    else { throw wrong }
    guard
      let checked = try? documentNumber(
        agency: String(points[..<open]), year: yearNumber, sequence: sequenceNumber), checked == text
    else { throw wrong }
    return checked
  }
}

extension Unicode.Scalar {
  /// A Chinese character, of any block.
  package var isHan: Bool { properties.isIdeographic }
}
