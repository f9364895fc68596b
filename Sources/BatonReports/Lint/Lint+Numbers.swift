// 文号 and dates as the standard writes them, and numbers in brackets that count what follows.

internal import BatonAssessment
package import BatonDiagnostics
internal import BatonTemplate

extension Lint {
  /// §7.2.5: the year in 〔〕, four digits; the number without 第 and without leading zeros.
  package static func documentNumbers(_ text: FinishedText) -> [Diagnostic] {
    text.spoken.flatMap { paragraph in
      paragraph.text.matches(of: /\p{Han}{2,8}[〔\[［（(【]\d{1,4}[〕\]］）)】]第?\d+号/).compactMap { match in
        let number = String(match.output)
        guard (try? OfficialNumbering.checkDocumentNumber(number)) == nil else { return nil }
        return Diagnostic(
          "bad-document-number", .error, "发文字号「\(number)」写法不合规定", at: paragraph.place,
          help: "应如「安组发〔2023〕8号」：年份四位，用六角括号〔〕，顺序号不编虚位、不加「第」")
      }
    }
  }

  /// §7.3.5.4: Arabic digits, the year in full, no leading zeros; a day that the calendar has.
  package static func dates(_ text: FinishedText) -> [Diagnostic] {
    text.spoken.flatMap { paragraph in
      paragraph.text.matches(of: /(\d+)年(\d{1,2})月(\d{1,2})日/).compactMap { match in
        let date = String(match.output.0)
        guard let year = Int(match.output.1), let month = Int(match.output.2), let day = Int(match.output.3),
          CalendarDate(year: year, month: month, day: day) == nil || "\(year)年\(month)月\(day)日" != date
        else { return nil }
        return Diagnostic(
          "bad-date", .error, "日期「\(date)」写法不合规定", at: paragraph.place,
          help: "应如「2023年4月9日」：年份写全，月、日不编虚位，且确有这一天")
      }
    }
  }

  /// 优秀单位（6个）：甲、乙…… names six.
  package static func countedLists(_ text: FinishedText) -> [Diagnostic] {
    text.spoken.flatMap { paragraph in
      paragraph.text.matches(of: /（(\d+)[个名家人项]）：([^。；：（]+)[。；]?/).compactMap { match in
        guard let count = Int(match.output.1), !match.output.2.contains("等") else { return nil }
        let names = match.output.2.split(separator: "、")
        guard names.count != count, !match.output.2.trimmed.isEmpty else { return nil }
        return Diagnostic(
          "count-mismatch", .error, "括号里写\(count)个，后面列了\(names.count)个", at: paragraph.place,
          help: "核对名单「\(names.first ?? "")……」和括号里的数")
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
