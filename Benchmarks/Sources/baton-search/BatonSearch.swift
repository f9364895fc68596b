// baton-search STORE [QUERIES]: how long searches take in a store, and whether they find what a plain scan finds.
//
// Words are stretches of two to six characters taken by chance from the documents themselves, so that common and rare
// ones come as they come in the text. Prints one JSON line.

import BatonArchive
import BatonReports
import Foundation

@main
struct BatonSearch {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else { fatalError("usage: baton-search STORE [QUERIES]") }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
    let store = try ArchiveStore(at: path)
    let clock = ContinuousClock()
    var texts: [[UInt8]] = []
    for object in try store.objects() {
      let contents = try ArchivedYearReader().contents(of: object.head, in: object)
      texts += contents.documents.map { Array("\($0.title)\n\($0.text)".utf8) }
    }
    var catalogue = try ArchiveCatalogue.rebuilt(from: store, reading: ArchivedYearReader())
    let rebuilding = try clock.measure {
      catalogue = try ArchiveCatalogue.rebuilt(from: store, reading: ArchivedYearReader())
    }
    var random = Random(state: 2022)
    let words = (0..<count).map { _ in random.word(from: texts) }
    var report = Report(texts.count, texts.map(\.count).reduce(0, +), rebuilding.seconds)
    for (number, word) in words.enumerated() {
      var answer = SearchAnswer()
      let time = try clock.measure { answer = try catalogue.search(Search(word)) }
      report.milliseconds.append(time.seconds * 1000)
      // A plain scan of everything takes its time: one word in ten.
      guard number % 10 == 0 else { continue }
      let wanted = Array(word.utf8)
      let found = texts.count { $0.firstRange(of: wanted) != nil }
      report.scanned += 1
      if found != answer.documentCount {
        report.unlike.append("\(word): \(answer.documentCount) of \(found)")
      }
    }
    print(String(decoding: try report.json(), as: UTF8.self))
  }
}

private struct Report {
  let documents: Int
  let bytes: Int
  let rebuildSeconds: Double
  var milliseconds: [Double] = []
  var scanned = 0
  var unlike: [String] = []

  init(_ documents: Int, _ bytes: Int, _ rebuildSeconds: Double) {
    self.documents = documents
    self.bytes = bytes
    self.rebuildSeconds = rebuildSeconds
  }

  func json() throws -> Data {
    let sorted = milliseconds.sorted()
    func part(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
    let figures: [String: Double] = [
      "documents": Double(documents), "megabytes": Double(bytes) / 1e6, "rebuildSeconds": rebuildSeconds,
      "queries": Double(sorted.count), "p50ms": part(0.5), "p95ms": part(0.95), "p99ms": part(0.99),
      "maxms": sorted.last ?? 0, "scanned": Double(scanned), "unlike": Double(unlike.count),
    ]
    for line in unlike.prefix(20) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
    return try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
  }
}

/// Chance that is the same on every machine.
private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Chinese characters that stand side by side in some document.
  mutating func word(from texts: [[UInt8]]) -> String {
    while true {
      let text = texts[below(texts.count)]
      let start = below(text.count)
      let piece = String(decoding: text[start..<min(text.count, start + 30)], as: UTF8.self)
      let run = piece.unicodeScalars.drop { !(0x4E00...0x9FFF).contains($0.value) }
        .prefix { (0x4E00...0x9FFF).contains($0.value) }
      let count = 2 + below(5)
      if run.count >= count { return String(String.UnicodeScalarView(run.prefix(count))) }
    }
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
