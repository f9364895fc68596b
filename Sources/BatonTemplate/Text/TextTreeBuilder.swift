// Pairs the tags of a text template: a tree without elements.

package import BatonDiagnostics

/// Builds the tree of a text template.
package struct TextTreeBuilder {
  static let maximumDepth = 200

  private struct Open {
    var clauses: [TemplateNode.Block.Clause]
    let keyword: String
    let range: SourceRange
    var hasElse = false
  }

  private let source: Source
  private var stack: [Open] = []
  private var root: [TemplateNode] = []

  private init(_ source: Source) { self.source = source }

  /// Reads a text template.
  package static func tree(of source: Source, options: WhiteSpaceOptions) throws(TemplateError)
    -> [TemplateNode]
  {
    if let fault = source.encodingFault { throw TemplateError(fault) }
    var scanner = TextScanner(source, options: options)
    let pieces = try scanner.run()
    var builder = TextTreeBuilder(source)
    for piece in pieces {
      switch piece {
      case .text(let text, let range): builder.append(.text(.init(text, range: range, isVerbatim: true)))
      case .output(let expression, let range): builder.append(.output(.init(expression, range: range)))
      case .tag(let head, let range): try builder.add(head, range)
      }
    }
    if let open = builder.stack.last {
      throw builder.fault(
        "unclosed-block", "「\(open.keyword)」没有结束", scanner.endRange, help: "补上「{% end\(open.keyword) %}」",
        notes: [Diagnostic.Note("「\(open.keyword)」从这里开始", at: .range(source, open.range))])
    }
    return builder.root
  }

  private mutating func append(_ node: TemplateNode) {
    if stack.isEmpty {
      root.append(node)
    } else {
      let last = stack[stack.count - 1].clauses.count - 1
      stack[stack.count - 1].clauses[last].body.append(node)
    }
  }

  private mutating func add(_ head: TagHead, _ range: SourceRange) throws(TemplateError) {
    switch head {
    case .elif: try addClause(head, range, allowedIn: ["if"])
    case .else: try addClause(head, range, allowedIn: ["if", "for"])
    case .end(let keyword, let name): try close(keyword, name, range)
    case _ where head.opensBlock:
      guard stack.count < Self.maximumDepth else {
        throw fault("nesting-too-deep", "标签嵌套太深", range, help: "分成几个模板写")
      }
      let clause = TemplateNode.Block.Clause(head: head, headRange: range, body: [])
      stack.append(Open(clauses: [clause], keyword: head.keyword, range: range))
    default: append(.tag(.init(head, range: range)))
    }
  }

  private mutating func addClause(
    _ head: TagHead, _ range: SourceRange, allowedIn keywords: [String]
  ) throws(TemplateError) {
    guard let open = stack.last, keywords.contains(open.keyword), !open.hasElse else {
      throw misplaced(head.keyword, range)
    }
    stack[stack.count - 1].clauses.append(.init(head: head, headRange: range, body: []))
    if case .else = head { stack[stack.count - 1].hasElse = true }
  }

  private mutating func close(_ keyword: String, _ name: String?, _ range: SourceRange) throws(TemplateError)
  {
    guard let open = stack.last, open.keyword == keyword else { throw misplaced("end" + keyword, range) }
    stack.removeLast()
    if case .block(let opened, _, _, let isRequired) = open.clauses[0].head {
      if let name, name != opened {
        throw fault("misplaced-tag", "块「\(opened)」不能用「\(name)」结束", range, help: "写「{% endblock \(opened) %}」")
      }
      if isRequired { try checkRequired(opened, open.clauses[0].body) }
    }
    append(.block(.init(clauses: open.clauses, range: open.range.through(range))))
  }

  private func checkRequired(_ name: String, _ body: [TemplateNode]) throws(TemplateError) {
    for node in body {
      if case .text(let text) = node, text.characters.unicodeScalars.allSatisfy(\.isPythonSpace) { continue }
      throw fault("required-block", "必须覆盖的块「\(name)」里不能有内容", node.sourceRange, help: "去掉「required」或者清空这个块")
    }
  }

  private func misplaced(_ keyword: String, _ range: SourceRange) -> TemplateError {
    guard let open = stack.last else {
      return fault("misplaced-tag", "「\(keyword)」前面没有与它配对的标签", range, help: nil)
    }
    return fault(
      "misplaced-tag", "「\(keyword)」不能放在「\(open.keyword)」里", range, help: "先用「{% end\(open.keyword) %}」结束",
      notes: [Diagnostic.Note("「\(open.keyword)」从这里开始", at: .range(source, open.range))])
  }

  private func fault(
    _ id: String, _ message: String, _ range: SourceRange, help: String?, notes: [Diagnostic.Note] = []
  ) -> TemplateError {
    TemplateError(Diagnostic(id, .error, message, at: .range(source, range), notes: notes, help: help))
  }
}

extension TemplateNode {
  /// Where the node stands in its source.
  package var sourceRange: SourceRange {
    switch self {
    case .element(let element): element.range
    case .text(let text): text.range
    case .output(let output): output.range
    case .block(let block): block.range
    case .tag(let tag): tag.range
    case .instruction: SourceRange(0, 0)
    }
  }
}
