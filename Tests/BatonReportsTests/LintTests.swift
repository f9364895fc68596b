// What `baton lint` finds in finished documents, rule by rule, and that it finds nothing in our own.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Testing

@testable import BatonReports

@Suite struct LintTests {
  private func findings(_ lines: [String]) -> [Diagnostic] {
    let page = lines.map { $0.hasPrefix("<") ? $0 : "<p>\($0)</p>" }.joined(separator: "\n")
    let source = Source(name: "文.html", text: "<!DOCTYPE html><html><body>\n\(page)\n</body></html>")
    return (try? Lint.findings(in: source)) ?? []
  }

  private func ids(_ lines: [String]) -> [String] { findings(lines).map(\.id) }

  @Test(arguments: [
    ("清组发〔2023〕8号", true), ("清组发[2023]8号", false), ("清组发〔2023〕08号", false), ("清组发〔2023〕第8号", false),
    ("清组发（2023）8号", false), ("清组发〔23〕8号", false),
  ])
  func `a document's number has the standard's form`(_ number: String, isRight: Bool) {
    #expect(ids(["（\(number)）"]) == (isRight ? [] : ["bad-document-number"]))
  }

  @Test(arguments: [
    ("2023年4月9日", true), ("2023年04月09日", false), ("23年4月9日", false), ("2023年2月30日", false),
    ("2024年2月29日", true), ("二〇二三年四月九日", false), ("2023-04-09", false), ("2023.4.9", false),
    ("自2023.4.9起", true),
  ])
  func `a date is written in full, without leading zeros, and exists`(_ date: String, isRight: Bool) {
    #expect(ids([date]) == (isRight ? [] : ["bad-date"]))
  }

  @Test(arguments: [
    (["优秀单位（3个）：甲、乙、丙。"], 0), (["优秀单位（4个）：甲、乙、丙。"], 1), (["1.优秀（2个）：甲、乙；良好（2个）：丙。"], 1),
    (["优秀单位（20个）：甲、乙等。"], 0), (["优秀（0个）：。"], 0),
    (["（一）优秀单位（3个）", "甲、乙、丙"], 0), (["（一）优秀单位（3个）", "甲、乙。"], 1),
    (["（一）优秀单位（3个）", "甲、乙表现突出，予以表扬。"], 0),
    (["一、问题（2项）", "（一）甲", "细说", "（二）乙", "二、其他"], 0),
    (["一、问题（3项）", "（一）甲", "细说", "（二）乙", "二、其他"], 1),
  ])
  func `a number in brackets counts the list behind it`(_ lines: [String], count: Int) {
    #expect(ids(lines) == Array(repeating: "count-mismatch", count: count))
  }

  @Test(arguments: [
    (["一、甲", "（一）乙", "1.丙", "（1）丁", "（2）丁", "2.丙", "（二）乙", "二、甲", "（一）乙"], []),
    (["一、甲", "三、乙"], ["heading-number"]),
    (["一、甲", "（一）乙", "（三）丙"], ["heading-number"]),
    (["二、甲"], ["heading-number"]),
    (["<h2>一、甲</h2>", "<h2>（一）乙</h2>"], ["heading-level"]),
    (["3.5万元用于甲", "2022年"], []),
    (["1、甲"], ["heading-punctuation"]), (["一.甲"], ["heading-punctuation"]),
    (["一、甲", "（一）、乙"], ["heading-punctuation"]), (["（1）、甲"], ["heading-punctuation"]),
    (["(一)甲"], ["heading-punctuation"]),
  ])
  func `each level counts on and begins anew below the one above`(_ lines: [String], found: [String]) {
    #expect(ids(lines) == found)
  }

  @Test(arguments: [
    (["附件：得分表", "附件", "得分表"], []),
    (["附件：1. 得分表", "2. 加减分表", "附件1", "得分表", "附件2", "加减分表"], []),
    (["附件：1. 得分表", "2. 加减分表", "附件1", "得分表"], ["attachment-mismatch"]),
    (["附件：得分表", "附件", "排名表"], ["attachment-mismatch"]),
    (["附件：得分表和排名表", "附件", "<h1>得分表<br>和排名表</h1>"], []),
    (["附件：得分表。", "附件", "得分表"], ["attachment-punctuation"]),
    (["附件：1. 得分表", "附件", "得分表"], ["attachment-number"]),
    (["附件：得分表", "附件1", "得分表"], ["attachment-number"]),
    (["附件：1. 得分表", "3. 加减分表", "附件1", "得分表", "附件2", "加减分表"], ["attachment-number"]),
    (["附件：1. 得分表", "2. 加减分表", "附件2", "得分表", "附件1", "加减分表"], ["attachment-number", "attachment-number"]),
  ])
  func `what the note names is attached`(_ lines: [String], found: [String]) {
    #expect(ids(lines) == found)
  }

  @Test func `the first page shows text`() {
    #expect(
      ids(["<h1>题</h1>", "各单位：", #"<p class="new-page">正文</p>"#, "又一段"]) == ["first-page-without-text"])
    #expect(ids(["<h1>题</h1>", "各单位：", "正文", #"<p class="new-page">附件</p>"#]) == [])
  }

  @Test(arguments: [(20, []), (200, ["first-page-without-text"])])
  func `a list of recipients leaves the first page room for text`(_ count: Int, found: [String]) {
    let recipients = String(repeating: "县局、", count: count) + "各乡镇："
    #expect(ids(["清组发〔2023〕8号", "<h1>题</h1>", recipients, "正文"]) == found)
  }

  @Test(arguments: [("各单位：", []), ("各单位:", ["recipient-colon"])])
  func `recipients end with a full-width colon`(_ recipients: String, found: [String]) {
    #expect(ids(["<h1>题</h1>", recipients, "正文"]) == found)
    #expect(ids(["<h1>题</h1>", #"<p class="主送">各单位</p>"#, "正文"]) == ["recipient-colon"])
  }

  @Test(arguments: [
    (["正文", "清河县委办2023年1月9日印发", "附件"], ["imprint-not-last"]),
    (["正文", "附件", "清河县委办2023年1月9日印发"], []),
    (["正文", "抄送：县委。", "清河县委办", "2023年1月9日印发"], []),
    (["正文", "抄送：县委。"], []), (["正文", "抄送：县委。", "附件"], ["imprint-not-last"]),
    (["正文", "清河县委办2023年1月9日印发", "抄送：县委。"], ["imprint-order"]),
    (["正文", "抄送：县委", "2023年1月9日印发"], ["copies-punctuation"]),
    (["正文", "分送:县委。", "2023年1月9日印发"], ["copies-punctuation"]),
    (["正文", "2023年1月9日", "2023年1月9日印发"], []),
    (["正文", "2023年1月10日", "2023年1月9日印发"], ["imprint-early"]),
  ])
  func `the imprint is the last of the document and in order`(_ lines: [String], found: [String]) {
    #expect(ids(lines) == found)
  }

  @Test(arguments: ["堃", "镕", "玥", "珺", "赟", "祎", "喆", "昇", "翀", "垚", "璟"])
  func `a character that 仿宋_GB2312 lacks is named once`(_ character: String) {
    let found = findings(["王\(character)和李\(character)", "王\(character)"])
    #expect(found.map(\.id) == ["missing-glyph"])
    #expect(found.first?.message.contains("「\(character)」") == true)
  }

  @Test func `all of GB 2312 can be set`() {
    #expect(ids(["啊座亍齄岸岗，。〔〕①“”——……〇"]) == [])
  }

  @Test func `a finding stands at its line`() {
    #expect(findings(["甲", "23年4月9日"]).first?.text.hasPrefix("文.html!第3行：第2段: 错误：") == true)
  }

  @Test func `a Word document is read as its page is`() throws {
    let template =
      #"<h1>题</h1><p class="new-page">23年4月9日</p><table><tr><td>王堃</td></tr></table>"#
      + #"<div class="版记"><p>县委办2023年1月9日印发</p></div><p>后</p>"#
    let environment = DocumentEnvironment(
      loader: OneTemplate(text: template), theme: try DocumentEnvironment.embedded().theme)
    let compiled = try environment.template(named: "t.html")
    var found: [[String]] = []
    for format in [DocumentFormat.html, .docx, .flatOPC] {
      let bytes = try compiled.render(
        .empty, as: format, properties: DocumentProperties(title: "题", unit: "县委"))
      found.append(
        try Lint.findings(in: Source(name: "t.\(format.fileExtension)", bytes: bytes)).map(\.id))
    }
    #expect(found[0] == ["bad-date", "first-page-without-text", "imprint-not-last", "missing-glyph"])
    #expect(found[1] == found[0])
    #expect(found[2] == found[0])
  }

  @Test func `what is no document is refused`() {
    #expect(throws: LintError.self) {
      try Lint.findings(in: Source(name: "坏.docx", text: "不是文档"))
    }
  }
}

private struct OneTemplate: Loader {
  let text: String

  func source(named name: String) throws(TemplateError) -> Source? {
    name == "t.html" ? Source(name: name, text: text) : nil
  }
}
