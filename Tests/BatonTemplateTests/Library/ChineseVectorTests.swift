// The figures, dates and names of domain.md §5: Resources/filters.vectors.json.

import Foundation
import Testing

@testable import BatonTemplate

private typealias Decimal = BatonTemplate.Decimal

@Suite struct ChineseVectorTests {
  private let vectors: Vectors

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Resources/filters.vectors.json")
    vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
  }

  private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

  @Test func `修约 follows the vectors in all three modes`() throws {
    for vector in vectors.rounding {
      let value = try decimal(vector.x)
      let places = try decimal(vector.places).places
      #expect(value.rounded(places: places, .halfUp).description == vector.half_up)
      #expect(value.rounded(places: places, .halfEven).description == vector.gb8170_half_even)
      #expect(value.rounded(places: places, .truncate).description == vector.truncate)
    }
  }

  @Test func `名额 follows the vectors in all three modes`() throws {
    for vector in vectors.quota {
      func quota(_ mode: Decimal.Rounding) throws -> String {
        try ChineseFigure.quota(of: Decimal(vector.total), percent: Decimal(vector.pct), rounding: mode)
          .description
      }
      #expect(try quota(.floor) == String(vector.floor))
      #expect(try quota(.halfUp) == String(vector.half_up))
      #expect(try quota(.ceil) == String(vector.ceil))
    }
  }

  @Test func `中文数字 and 年份 follow the vectors`() throws {
    for vector in vectors.hanzi { #expect(try ChineseNumeral.count(Decimal(vector.n)) == vector.s) }
    for vector in vectors.year { #expect(ChineseNumeral.year(String(vector.y)) == vector.s) }
  }

  @Test func `dates follow the vectors`() throws {
    for vector in vectors.date {
      let date = try #require(CalendarDate(vector.iso))
      #expect(date.official == vector.gw)
      #expect(date.chinese == vector.han)
      #expect(CalendarDate(vector.gw) == date)
    }
  }

  @Test func `大写金额 follows the vectors`() throws {
    for vector in vectors.daxie { #expect(try MoneyUpper.text(decimal(vector.x)) == vector.s) }
  }

  @Test func `文号 is written by the rule, and every bad spelling is refused`() throws {
    for vector in vectors.docno {
      let number = try OfficialNumbering.documentNumber(
        agency: vector.agency, year: vector.year, sequence: vector.seq)
      #expect(number == vector.s)
      #expect(try OfficialNumbering.checkDocumentNumber(vector.s) == vector.s)
      for bad in vector.bad {
        #expect(throws: Fault.self, "\(bad)") { try OfficialNumbering.checkDocumentNumber(bad) }
      }
    }
  }

  @Test func `两字名 and figures with units follow the vectors`() throws {
    for vector in vectors.names { #expect(ChineseText.spacedName(vector.name) == vector.s) }
    for vector in vectors.numbers {
      switch vector.unit ?? vector.kind {
      case "亿元", "万元":
        let value = try #require(Decimal(shortest: vector.x ?? .nan))
        let text = ChineseFigure.scaled(
          value, power: vector.unit == "亿元" ? 8 : 4, places: vector.places ?? 2, rounding: .halfUp,
          unit: vector.unit ?? "")
        #expect(text == vector.s)
      case "百分点":
        let (a, b) = (Decimal(shortest: vector.a ?? 0), Decimal(shortest: vector.b ?? 0))
        #expect(
          ChineseFigure.points(try #require(a) - (try #require(b)), places: nil, rounding: .halfUp)
            == vector.s)
      default:
        let value = try #require(Decimal(shortest: vector.a ?? 0))
        #expect(ChineseFigure.percent(value, places: nil, rounding: .halfUp) == vector.s)
      }
    }
  }
}

private struct Vectors: Decodable {
  struct Rounding: Decodable { let x, places, half_up, gb8170_half_even, truncate: String }
  struct Quota: Decodable { let total, pct, floor, half_up, ceil: Int }
  struct Count: Decodable { let n: Int; let s: String }
  struct Year: Decodable { let y: Int; let s: String }
  struct Day: Decodable { let iso, gw, han: String }
  struct Money: Decodable { let x, s: String }
  struct Number: Decodable { let agency: String; let year, seq: Int; let s: String; let bad: [String] }
  struct Name: Decodable { let name, s: String }
  struct Figure: Decodable { let x, a, b: Double?; let unit, kind: String?; let places: Int?; let s: String }

  let rounding: [Rounding]
  let quota: [Quota]
  let hanzi: [Count]
  let year: [Year]
  let date: [Day]
  let daxie: [Money]
  let docno: [Number]
  let names: [Name]
  let numbers: [Figure]
}
