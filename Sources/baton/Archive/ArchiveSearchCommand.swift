// `baton archive search`: documents and figures of all years by what they say.

internal import ArgumentParser
internal import BatonArchive

struct ArchiveSearchCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "在历年文书和数字里查词",
    discussion: """
      例：
        baton archive search 优秀
        baton archive search "信访积案 化解" --year 2019-2021
        baton archive search 综合得分 --unit 县教科局 --json

      几个词之间空一格，同一份里都有才算；连着写的须原样相连。只查各年最新的一版，--every-version 连旧版一起查。
      每条都注明谁可以看：查到不等于可以给。
      """)

  @Argument(help: ArgumentHelp("要查的词", valueName: "词"))
  var words: [String]

  @Option(help: ArgumentHelp("年度，一年（2022）或一段（2019-2021）", valueName: "年度"), transform: years)
  var year: ClosedRange<Int>?

  @Option(help: ArgumentHelp("只查这个单位的，编号、全称或简称，哪一年的都行", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("最多列出几份文书、几个数字", valueName: "个数"))
  var limit = 20

  @Flag(help: "被后来的版本替换了的也查")
  var everyVersion = false

  @Flag(help: "结果输出为 JSON，给程序读")
  var json = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if !(1...10_000).contains(limit) { throw ValidationError("--limit 要写 1 到 10000 的整数") }
  }

  func run(console: Console) throws(Failure) -> ExitStatus {
    let catalogue = try store.catalogue()
    let answer: SearchAnswer
    do {
      answer = try catalogue.search(
        Search(
          words.joined(separator: " "), years: year, unit: unit, searchesEveryVersion: everyVersion,
          limit: limit))
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
    if json {
      try console.write(json: SearchRecord(answer))
    } else {
      tell(answer, console)
    }
    return .done
  }

  private func tell(_ answer: SearchAnswer, _ console: Console) {
    for hit in answer.documents {
      let secrecy = hit.secrecy.map { "，\($0)" } ?? ""
      console.write("\(hit.place.text)  \(hit.title)（\(hit.audience)\(secrecy)）\n")
      if let snippet = hit.snippet { console.write("    \(snippet.bracketed)\n") }
      console.write("    \(hit.path)\n")
    }
    if !answer.figures.isEmpty {
      let rows = answer.figures.map { [$0.place.text, $0.unitName, $0.field, $0.shown] }
      console.write(TextTable(["年度", "单位", "数字", "值"], rows).text)
    }
    console.say(
      "文书 \(answer.documentCount) 份\(listed(answer.documents.count, answer.documentCount))，"
        + "数字 \(answer.figureCount) 个\(listed(answer.figures.count, answer.figureCount))")
  }

  private func listed(_ count: Int, _ all: Int) -> String { count < all ? "（列出 \(count)）" : "" }

  private static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first <= last else {
      throw ValidationError("写成 2022 或 2019-2021 这样")
    }
    return first...last
  }
}

extension SearchAnswer.Place {
  fileprivate var text: String { version == 1 ? "\(year)" : "\(year)（第 \(version) 版）" }
}

extension Snippet {
  /// The word in brackets: a terminal needn't have colours.
  var bracketed: String {
    let scalars = Array(text.unicodeScalars)
    func part(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    return part(0..<marked.lowerBound) + "【" + part(marked) + "】" + part(marked.upperBound..<scalars.count)
  }
}
