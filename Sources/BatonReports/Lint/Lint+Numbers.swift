// 文号 and dates as the standard writes them.

internal import BatonAssessment
package import BatonDiagnostics
internal import BatonTemplate

extension Lint {
  /// §7.2.5: the year in 〔〕, four digits; the number without 第 and without leading zeros.
  package static func documentNumbers(_ text: FinishedText) -> [Diagnostic] {
    text.spoken.flatMap { paragraph in
      paragraph.text.matches(of: /\p{Han}{2,8}[〔\[［（(【][0-9]{1,4}[〕\]］）)】]第?[0-9]+号/).compactMap { match in
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
    text.spoken.flatMap { paragraph -> [Diagnostic] in
      func fault(_ date: some StringProtocol) -> Diagnostic {
        Diagnostic(
          "bad-date", .error, "日期「\(date)」写法不合规定", at: paragraph.place,
          help: "应如「2023年4月9日」：用阿拉伯数字，年份写全，月、日不编虚位，且确有这一天")
      }
      // A date alone in its line is the document's own.
      let numerals = /[〇○零一二三四五六七八九]{2,4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/
      let abbreviated = /[0-9]{2,4}([-.\/])[0-9]{1,2}\1[0-9]{1,2}/
      if paragraph.text.wholeMatch(of: numerals) != nil
        || !paragraph.isInTable && paragraph.text.wholeMatch(of: abbreviated) != nil
      {
        return [fault(paragraph.text)]
      }
      return paragraph.text.matches(of: /([0-9]+)年([0-9]{1,2})月([0-9]{1,2})日/).compactMap { match in
        let date = String(match.output.0)
        guard let year = Int(match.output.1), let month = Int(match.output.2), let day = Int(match.output.3),
          CalendarDate(year: year, month: month, day: day) == nil || "\(year)年\(month)月\(day)日" != date
        else { return nil }
        return fault(date)
      }
    }
  }
}
