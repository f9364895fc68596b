// A published folder is whole or not there, and the one before it stands until then.

import BatonDiagnostics
import BatonReports
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `A staged folder` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test func `appears with everything written to it, and nothing beside it is left`() throws {
    let staged = try StagedFolder(replacing: "\(place.path)/县/2022")
    try staged.write(Array("甲".utf8), to: "本单位/一.html")
    try staged.write([], to: "空")
    #expect(try place.entries() == ["县"])
    #expect(try place.files().allSatisfy { $0.hasPrefix("县/.2022.baton-") })
    try staged.publish()
    #expect(try place.files() == ["县/2022/本单位/一.html", "县/2022/空"])
    #expect(try place.text(of: "县/2022/本单位/一.html") == "甲")
  }

  @Test func `replaces the folder before it whole`() throws {
    try place.write("旧", to: "2022/旧.html")
    let staged = try StagedFolder(replacing: "\(place.path)/2022")
    try staged.write(Array("新".utf8), to: "新.html")
    #expect(try place.text(of: "2022/旧.html") == "旧")
    try staged.publish()
    #expect(try place.files() == ["2022/新.html"])
    #expect(try place.entries() == ["2022"])
  }

  @Test func `vanishes when it is not published, with the folders made for it`() throws {
    try place.write("旧", to: "甲/2022/旧.html")
    for destination in ["甲/2022", "乙/丙/2022"] {
      let staged = try StagedFolder(replacing: "\(place.path)/\(destination)")
      try staged.write([1], to: "一/二/三")
      withExtendedLifetime(staged) {}
    }
    #expect(try place.files() == ["甲/2022/旧.html"])
    #expect(try place.entries() == ["甲"])
  }

  @Test func `of a dead run is swept by the next one, of a live run is not`() throws {
    try place.write("死", to: ".2022.baton-1/x")
    try place.write("别的", to: ".2023.baton-1/x")
    let live = try StagedFolder(replacing: "\(place.path)/2022")
    try live.write(Array("活".utf8), to: "y")
    let next = try StagedFolder(replacing: "\(place.path)/2022")
    try next.write(Array("后".utf8), to: "z")
    #expect(try place.files().filter { $0.hasSuffix("/x") } == [".2023.baton-1/x"])
    try next.publish()
    try live.publish()
    #expect(try place.files() == [".2023.baton-1/x", "2022/y"])
  }

  @Test func `puts back a folder that a dead run had only moved aside`() throws {
    try place.write("旧", to: ".2022.previous/旧.html")
    let staged = try StagedFolder(replacing: "\(place.path)/2022")
    #expect(try place.text(of: "2022/旧.html") == "旧")
    withExtendedLifetime(staged) {}
  }

  @Test func `takes no file twice`() throws {
    let staged = try StagedFolder(replacing: "\(place.path)/2022")
    try staged.write([1], to: "a")
    #expect(throws: PublishingError.self) { try staged.write([2], to: "a") }
  }

  @Test func `says in words why it can't be made`() throws {
    try place.write("", to: "file")
    let error = #expect(throws: PublishingError.self) {
      _ = try StagedFolder(replacing: "\(place.path)/file/2022")
    }
    #expect(error?.diagnostics.map(\.id) == ["cannot-write"])
    #expect(error?.diagnostics.first?.message.contains("errno \(ENOTDIR)") == true)
  }
}
