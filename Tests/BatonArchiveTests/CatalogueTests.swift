// The catalogue finds what the store holds, and can be lost.

import BatonArchive
import BatonDiagnostics
import TestSupport
import Testing

@Suite struct CatalogueTests {
  /// Reads the versions of ``Sample``: each page is a document whose text is its bytes.
  private struct Reader: VersionReader {
    func contents(of version: ArchivedObject.Version, in object: ArchivedObject) throws(ArchiveError)
      -> CataloguedContents
    {
      var contents = CataloguedContents(
        units: [
          CataloguedUnit(
            id: "U001", name: "某县教育局", shortName: "县教育局", series: "政府", order: 1, isAssessed: true)
        ],
        figures: [CataloguedFigure(unit: "U001", field: "综合得分", exact: "2793/30", shown: "93.10")])
      for file in version.files(below: "documents") {
        contents.documents.append(
          CataloguedDocument(
            path: file.path, kind: "通报", title: "题名", unit: file.path.contains("U001") ? "U001" : nil,
            audience: "本单位", secrecy: "秘密", code: nil,
            text: String(decoding: try object.bytes(of: file), as: UTF8.self)))
      }
      return contents
    }
  }

  private static func commit(
    _ texts: [String], year: Int = 2022, edition: Int = 1, to folder: TemporaryFolder, _ key: SigningKey
  ) throws {
    let files = texts.enumerated().map { index, text in
      SubmittedFile("documents/U00\(index + 1).html", .bytes(Array(text.utf8)))
    }
    _ = try ArchiveWriter(at: folder.store, sealingWith: key).commit(
      Submission(
        object: ObjectID(county: "某县", year: year), files: files, message: "第 \(edition) 次", user: "考核办",
        time: "2023-03-0\(edition)T08:00:00Z"))
  }

  private static func found(_ search: Search, among texts: [String]) throws -> SearchAnswer {
    let folder = try TemporaryFolder()
    try commit(texts, to: folder, Sample.key())
    return try ArchiveCatalogue.current(of: ArchiveStore(at: folder.store), reading: Reader()).search(search)
  }

  private static let texts = [
    "整改到位，群众满意。优秀率 93.10%", "优秀，单位共７个；第3季度GDP增长", "2022年度考核优秀单位", "整\n改 and Repair of 优", "校准 年3月",
  ]

  @Test(arguments: [
    ("整改", [0]), ("优秀", [0, 1, 2]), ("优秀率", [0]), ("优秀单位", [2]), ("优", [0, 1, 2, 3]), ("率", [0]),
    ("gdp", [1]), ("3季", [1]), ("第3季度", [1]), ("2022年", [2]), ("年", [2, 4]), ("年3月", [4]), ("7个", [1]),
    ("93.10%", [0]), ("repair", [3]), ("rep", []), ("优秀 整改", [0]), ("优秀，单位", [1]), ("准", [4]),
    ("\" OR 整改 NEAR(", []), ("整改*", [0]), ("words:整改", []), ("题名", [0, 1, 2, 3, 4]),
  ])
  func `what stands side by side is found, and nothing else`(word: String, places: [Int]) throws {
    let answer = try Self.found(Search(word), among: Self.texts)
    #expect(answer.documents.map(\.path) == places.map { "documents/U00\($0 + 1).html" })
    #expect(answer.documentCount == places.count)
  }

  @Test(arguments: ["", "　", "，。", "\"*"])
  func `a search for nothing is refused`(word: String) throws {
    #expect {
      try Self.found(Search(word), among: Self.texts)
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id) == ["empty-search"]
    }
  }

  @Test func `a hit shows the original text around it, and who may see it`() throws {
    let hit = try #require(try Self.found(Search("７个"), among: Self.texts).documents.first)
    #expect(hit.snippet?.text == "优秀，单位共７个；第3季度GDP增长")
    #expect(hit.snippet?.marked == 5..<6 || hit.snippet?.marked == 6..<7)
    #expect(hit.audience == "本单位" && hit.secrecy == "秘密")
  }

  @Test func `figures are found by unit, name and value`() throws {
    for word in ["教育局 综合得分", "93.10", "综合 93.10"] {
      let answer = try Self.found(Search(word), among: ["无"])
      #expect(answer.figures.map(\.shown) == ["93.10"], "\(word)")
      #expect(answer.figures.first?.unitName == "县教育局")
    }
  }

  @Test func `only the newest version of a year is searched unless all are asked for`() throws {
    let folder = try TemporaryFolder()
    let key = try Sample.key()
    try Self.commit(["旧的提法"], edition: 1, to: folder, key)
    try Self.commit(["新的提法"], edition: 2, to: folder, key)
    try Self.commit(["别年的提法"], year: 2021, edition: 3, to: folder, key)
    let catalogue = try ArchiveCatalogue.current(of: ArchiveStore(at: folder.store), reading: Reader())
    #expect(try catalogue.search(Search("旧的")).documentCount == 0)
    #expect(try catalogue.search(Search("旧的", searchesEveryVersion: true)).documentCount == 1)
    #expect(try catalogue.search(Search("提法")).documents.map(\.place.year) == [2022, 2021])
    #expect(try catalogue.search(Search("提法", years: 2020...2021)).documents.map(\.place.year) == [2021])
    #expect(try catalogue.search(Search("提法", limit: 1)).documentCount == 2)
  }

  @Test func `a unit is known by its number and its names, and an unknown one is refused`() throws {
    for word in ["U001", "某县教育局", "县教育局"] {
      let answer = try Self.found(Search("优秀", unit: word), among: Self.texts)
      #expect(answer.documents.map(\.path) == ["documents/U001.html"] && answer.documentCount == 1)
    }
    #expect(throws: ArchiveError.self) { try Self.found(Search("优秀", unit: "无此局"), among: Self.texts) }
  }

  @Test func `a catalogue built anew holds the same rows as one that grew with the store`() throws {
    let folder = try TemporaryFolder()
    let key = try Sample.key()
    for edition in 1...4 {
      try Self.commit(
        Self.texts + ["第 \(edition) 稿"], year: 2020 + edition % 2, edition: edition, to: folder, key)
      _ = try ArchiveCatalogue.current(of: ArchiveStore(at: folder.store), reading: Reader())
    }
    let store = try ArchiveStore(at: folder.store)
    let grown = try ArchiveCatalogue.current(of: store, reading: Reader()).dump()
    let rebuilt = try ArchiveCatalogue.rebuilt(from: store, reading: Reader()).dump()
    #expect(grown == rebuilt)
    #expect(grown.count > 200)
    // Nothing but the catalogue itself is left, and the store is as it was.
    #expect(try folder.files().filter { $0.contains("/catalogue/next") }.isEmpty)
    #expect(try Verification(of: store).run().findings.isEmpty)
  }

  @Test func `a catalogue that is lost, damaged or half built is made good`() throws {
    let folder = try TemporaryFolder()
    try Self.commit(Self.texts, to: folder, Sample.key())
    let store = try ArchiveStore(at: folder.store)
    let whole = try ArchiveCatalogue.current(of: store, reading: Reader()).dump()
    let files = SystemFiles()
    try files.makeFolder("\(folder.store)/catalogue/next")
    try files.write([1, 2, 3], to: "\(folder.store)/catalogue/next/catalogue.sqlite")
    #expect(try ArchiveCatalogue.rebuilt(from: store, reading: Reader()).dump() == whole)
    try files.removeFile("\(folder.store)/catalogue/current/catalogue.sqlite")
    try files.write(Array("no database".utf8), to: "\(folder.store)/catalogue/current/catalogue.sqlite")
    #expect(try ArchiveCatalogue.current(of: store, reading: Reader()).dump() == whole)
  }
}
