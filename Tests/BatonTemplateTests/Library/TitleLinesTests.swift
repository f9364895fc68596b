// Titles of more than one line.

import Testing

@testable import BatonTemplate

@Suite struct `Lines of a title` {
  @Test(arguments: [
    ("关于年度考核的报告", ["关于年度考核的报告"]),
    ("关于清河镇2022年度目标任务完成情况的考核报告", ["关于清河镇2022年度", "目标任务完成情况的考核报告"]),
    ("县政务信息服务中心领导班子2022年度述职报告", ["县政务信息服务中心领导班子", "2022年度述职报告"]),
    (
      "中共清河县委办公室、清河县人民政府办公室关于2022年度目标责任考核结果的通报",
      ["中共清河县委办公室、清河县人民政府办公室", "关于2022年度目标责任考核结果的通报"]
    ),
    // Nothing says where a word ends: the middle.
    ("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑", ["一二三四五六七八九十甲", "乙丙丁戊己庚辛壬癸子丑"]),
    ("自己分\n行的题名不论有多么长都照原样一个字也不动它", ["自己分\n行的题名不论有多么长都照原样一个字也不动它"]),
  ])
  func `end where words end and are alike in length`(_ title: String, lines: [String]) {
    #expect(TitleLines(of: title, width: 20).lines == lines)
  }

  @Test(arguments: ["关于2022年度", "《办法》（试行）", "甲、乙和丙的丁", "第3次"])
  func `never part a number from its measure or a mark from its word`(_ text: String) {
    for width in 2...6 {
      for line in TitleLines(of: text, width: width).lines {
        #expect(!line.hasPrefix("年") && !line.hasPrefix("》") && !line.hasPrefix("、") && !line.hasPrefix("的"))
        #expect(!line.hasSuffix("（") && !line.hasSuffix("《") && !line.hasSuffix("第"))
      }
    }
  }

  @Test func `lose no character`() {
    let title = "关于清河县2022年度目标责任考核结果和表彰先进单位先进个人的决定及其附件说明的补充通知"
    for width in 1...30 {
      #expect(TitleLines(of: title, width: width).lines.joined() == title)
    }
  }
}
