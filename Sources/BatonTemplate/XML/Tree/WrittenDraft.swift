// From a written tree to a draft: tags are parsed and matched, those with a level take the place of the element
// they name, and no statement may reach from one story into another (TEMPLATES §4).

import BatonDiagnostics

/// The draft of a template that a front end has read.
struct WrittenDraft {
  private let source: Source
  private let vocabulary: Vocabulary
  private(set) var draft = Draft()
  private(set) var diagnostics: [Diagnostic] = []
  /// The tags that take an element's place.
  private var levelled: [(node: Int, level: String)] = []
  /// Where comments over several elements begin.
  private var comments: Set<SourceRange> = []

  init(_ nodes: [WrittenNode], source: Source, vocabulary: Vocabulary) {
    self.source = source
    self.vocabulary = vocabulary
    add(nodes, to: Draft.root)
    matchStatements()
    checkStories()
    // Where a tag is wrong the rest would only follow from it.
    if diagnostics.isEmpty { diagnostics = draft.replaceElements(levelled, vocabulary, in: source) }
  }

  private mutating func add(_ nodes: [WrittenNode], to parent: Int) {
    var trimsNext = false
    for node in nodes {
      switch node {
      case .text(var text):
        if trimsNext { text.characters = String(text.characters.drop(while: \.isTemplateSpace)) }
        if text.characters.isEmpty { continue }
        trimsNext = false
        _ = draft.append(.text(text), to: parent)
      case .element(let element, let children):
        trimsNext = false
        let node = draft.append(.element(element, vocabulary.rule(for: element)), to: parent)
        add(children, to: node)
      case .tag(let tag):
        if tag.trimsBefore { draft.trimEnd(of: parent) }
        trimsNext = tag.trimsAfter
        for content in contents(of: tag) {
          let node = draft.append(content, to: parent)
          guard case .tag = content else { continue }
          draft.tags.append(node)
          if let level = tag.level { levelled.append((node, level)) }
        }
      }
    }
  }

  private mutating func contents(of tag: WrittenTag) -> [Draft.Content] {
    let content = TagContent(source, tag.content)
    do {
      switch tag.kind {
      case .comment: return [.tag(DraftTag(head: nil, range: tag.range, role: .comment))]
      case .commentStart:
        // A comment over several elements drops them: a choice that is never taken.
        comments.insert(tag.range)
        let never = Expression(.literal(.bool(false)), tag.range)
        return [.tag(DraftTag(head: .if(never), range: tag.range, role: .opener))]
      case .commentEnd:
        return [.tag(DraftTag(head: .end("if", name: nil), range: tag.range, role: .end))]
      case .output:
        return [
          .output(.init(try TagContentParser.expression(in: content), range: tag.range, place: .text))
        ]
      case .statement:
        let head = try TagContentParser.head(in: content)
        if case .print(let values) = head {
          return values.map { .output(.init($0, range: tag.range, place: .text)) }
        }
        return [.tag(DraftTag(head: head, range: tag.range, role: head.role))]
      }
    } catch {
      diagnostics += error.diagnostics
      return []
    }
  }

  private mutating func matchStatements() {
    let found = draft.matchStatements(in: source)
    guard diagnostics.isEmpty else { return }
    diagnostics = found.map { fault in
      guard case .range(_, let range) = fault.place, comments.contains(range) else { return fault }
      return Diagnostic("syntax", .error, "注释没有结束", at: fault.place, help: "补上「#}」")
    }
  }

  // MARK: Stories

  /// The body, a header, a note or a text box around a node.
  private func story(of node: Int) -> Int {
    draft.ancestors(of: node).first { draft.rule(of: $0)?.isStory ?? false } ?? Draft.root
  }

  private mutating func checkStories() {
    for tags in draft.statements {
      guard let first = tags.first, let opener = draft.tag(first) else { continue }
      let home = story(of: first)
      for node in tags.dropFirst() where story(of: node) != home {
        guard let tag = draft.tag(node), let keyword = tag.head?.keyword else { continue }
        diagnostics.append(
          Diagnostic(
            "block-across-parts", .error, "「{% \(keyword) %}」与它的开头不在同一处", at: .range(source, tag.range),
            notes: [.init("从这里开始", at: .range(source, opener.range))],
            help: "正文、页眉、页脚、脚注和文本框各自写完整的标签"))
        break
      }
    }
  }
}
