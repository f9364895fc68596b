// index.json, and the folder that it speaks for.

import BatonDiagnostics
import BatonReports
import TestSupport
import Testing

@Suite struct `The published index` {
  private static let index = PublishedIndex([
    "本单位/甲/报告.html": IndexEntry(document: "报告", unit: "A001", person: "P1", audience: "本单位"),
    "县委/名单.docx": IndexEntry(document: "名单", copy: 2, audience: "县委"),
  ])

  @Test func `names every key of every file, ordered by path`() throws {
    #expect(
      String(decoding: try Self.index.json(), as: UTF8.self) == """
        {
          "县委/名单.docx" : {
            "audience" : "县委",
            "copy" : 2,
            "doc" : "名单",
            "person" : null,
            "unit" : null
          },
          "本单位/甲/报告.html" : {
            "audience" : "本单位",
            "copy" : null,
            "doc" : "报告",
            "person" : "P1",
            "unit" : "A001"
          }
        }

        """)
  }

  @Test func `is read as it was written`() throws {
    #expect(PublishedIndex(json: try Self.index.json()) == Self.index)
    #expect(PublishedIndex(json: Array("[]".utf8)) == nil)
  }
}

@Suite struct `An output folder` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func refusal() -> Diagnostic? {
    do {
      try OutputFolder("\(place.path)/2022").checkReplaceable()
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  private func publish() throws {
    let index = PublishedIndex(["甲.html": IndexEntry(document: "甲", audience: "县委")])
    try place.write(String(decoding: try index.json(), as: UTF8.self), to: "2022/index.json")
    try place.write("", to: "2022/index.html")
    try place.write("", to: "2022/甲.html")
  }

  @Test func `that is absent, empty or our own may be replaced`() throws {
    #expect(refusal() == nil)
    try publish()
    try place.write("", to: "2022/.~lock.甲.docx#")
    #expect(refusal() == nil)
  }

  @Test func `with a file that no index lists may not`() throws {
    try publish()
    try place.write("", to: "2022/本单位/签字扫描.pdf")
    #expect(refusal()?.id == "foreign-file")
    #expect(refusal()?.message.contains("本单位/签字扫描.pdf") == true)
  }

  @Test func `that is somebody's own may not`() throws {
    try place.write("", to: "2022/index.html")
    #expect(refusal()?.id == "foreign-file")
  }
}
