// Which tags belong together: an opener, its clauses and its end, by the order in which they were written.

import BatonDiagnostics

/// A stack of the statements that are open.
struct StatementMatching {
  private let source: Source
  /// The draft nodes of each statement's tags.
  private(set) var statements: [[Int]] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [(statement: Int, head: TagHead, range: SourceRange, hasElse: Bool)] = []

  /// Statements within statements; trees are walked by recursion.
  static let maximumDepth = 200

  init(source: Source) { self.source = source }

  /// The statement a tag belongs to; -1 for tags that belong to none.
  mutating func statement(of tag: DraftTag, at node: Int) -> Int {
    guard let head = tag.head else { return -1 }
    switch tag.role {
    case .single, .comment:
      return -1
    case .opener:
      if open.count == Self.maximumDepth {
        refuse("标签嵌套超过 \(Self.maximumDepth) 层", tag.range, help: "把里面的部分写成宏")
      }
      statements.append([node])
      open.append((statements.count - 1, head, tag.range, false))
      return statements.count - 1
    case .clause:
      guard let last = open.last, last.head.admits(head), !last.hasElse else {
        refuse("「{% \(head.keyword) %}」不在它能用的地方", tag.range, help: Self.clauseHelp(head))
        return -1
      }
      if case .else = head { open[open.count - 1].hasElse = true }
      statements[last.statement].append(node)
      return last.statement
    case .end:
      guard case .end(let keyword, let name) = head, let last = open.last, last.head.keyword == keyword else {
        refuseEnd(head, tag.range)
        return -1
      }
      if let name, case .block(let opened, _, _, _) = last.head, opened != name {
        refuse("这里结束的是块「\(opened)」，不是「\(name)」", tag.range)
      }
      open.removeLast()
      statements[last.statement].append(node)
      return last.statement
    }
  }

  /// Refuses what was never ended.
  mutating func finish() {
    for statement in open {
      refuse(
        "「{% \(statement.head.keyword) %}」没有结束", statement.range,
        help: "补上「{% end\(statement.head.keyword) %}」")
    }
  }

  private mutating func refuseEnd(_ head: TagHead, _ range: SourceRange) {
    guard let last = open.last else {
      refuse("多出一个「{% \(head.keyword) %}」", range, help: "前面没有与它对应的标签")
      return
    }
    diagnostics.append(
      Diagnostic(
        "syntax", .error, "这里应当是「{% end\(last.head.keyword) %}」，而不是「{% \(head.keyword) %}」",
        at: .range(source, range),
        notes: [.init("「{% \(last.head.keyword) %}」从这里开始", at: .range(source, last.range))],
        help: "先结束里面的标签"))
    // The rest would only repeat this fault.
    if case .end(let keyword, _) = head, let match = open.lastIndex(where: { $0.head.keyword == keyword }) {
      open.removeSubrange(match...)
    }
  }

  private mutating func refuse(_ message: String, _ range: SourceRange, help: String? = nil) {
    diagnostics.append(Diagnostic("syntax", .error, message, at: .range(source, range), help: help))
  }

  private static func clauseHelp(_ head: TagHead) -> String {
    if case .elif = head { return "「elif」只能在「{% if %}」里、「else」之前" }
    return "「else」只能在「{% if %}」或「{% for %}」里用一次"
  }
}

extension TagHead {
  /// Whether a clause may stand in the statement.
  fileprivate func admits(_ clause: TagHead) -> Bool {
    switch (self, clause) {
    case (.if, .elif), (.if, .else), (.for, .else): true
    default: false
    }
  }
}
