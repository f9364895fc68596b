// Names of units and people as names of folders and files.

import Testing

@testable import BatonReports

@Suite struct `A path segment` {
  @Test(arguments: [
    ("县教育科技局", "县教育科技局"),
    ("党委/政府", "党委／政府"),
    ("a:b*c?d\"e<f>g|h\\i", "a：b＊c？d＂e＜f＞g｜h＼i"),
    ("..", "＿"),
    (".隐藏", "隐藏"),
    ("末尾. ", "末尾"),
    ("", "＿"),
    ("甲\u{0}乙\n丙", "甲＿乙＿丙"),
    ("甲\u{200F}乙", "甲乙"),
    ("阿依古丽·买买提", "阿依古丽·买买提"),
  ])
  func `keeps a name readable and replaces what a file system refuses`(name: String, segment: String) {
    #expect(PathSegment(name).text == segment)
  }

  @Test func `is cut between characters to 200 bytes`() {
    let text = PathSegment(String(repeating: "堃", count: 300)).text
    #expect(text.utf8.count == 198)
    #expect(text.allSatisfy { $0 == "堃" })
  }
}
