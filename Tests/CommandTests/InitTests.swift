// `init` and `check --annotate` as a user sees them.

import Foundation
import TestSupport
import Testing

@testable import baton

@Suite struct `The init command` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test func `makes a folder that check can read`() async throws {
    let made = await CommandRun("init", "\(place.path)/新", "--year", "2023")
    #expect(made.status == .done)
    #expect(try place.files().contains("新/年度数据.xlsx"))
    #expect(try place.files().contains("新/Templates/theme.yaml"))
    let checked = await CommandRun("check", "\(place.path)/新", "--annotate", "\(place.path)/核对.xlsx")
    #expect(checked.status == .faultsFound)
    #expect(checked.errors.contains("年度数据.xlsx!年度!B2: 错误：「内容」是空的"))
    #expect(try place.files().contains("核对.xlsx"))
  }

  @Test func `leaves what is there alone`() async throws {
    try place.write("甲", to: "旧/乙.txt")
    let run = await CommandRun("init", "\(place.path)/旧")
    #expect(run.status == .couldNotRun)
    #expect(try place.files() == ["旧/乙.txt"])
  }

  @Test func `a marked copy never lies among the data`() async throws {
    _ = await CommandRun("init", "\(place.path)/新")
    let before = try place.files()
    let run = await CommandRun("check", "\(place.path)/新", "--annotate", "\(place.path)/新/年度数据.xlsx")
    #expect(run.status == .usage)
    #expect(try place.files() == before)
  }
}
