// Lifting (TEMPLATES §4): the tags of each statement are brought among one parent's children, cutting
// inline elements and paragraphs, covering everything larger whole.

import BatonDiagnostics

/// Lifts the statements of a draft, outer ones first.
struct Lifting {
  private(set) var draft: Draft
  private let source: Source
  private(set) var diagnostics: [Diagnostic] = []

  init(_ draft: Draft, source: Source) {
    self.draft = draft
    self.source = source
  }

  mutating func lift() {
    // Openers are in the order of the source, so that a statement comes before those inside of it.
    for tags in draft.statements { lift(tags) }
  }

  private mutating func lift(_ tags: [Int]) {
    guard let first = tags.first else { return }
    let parent = draft.nodes[first].parent
    if tags.allSatisfy({ draft.nodes[$0].parent == parent }) { return }
    let ancestor = commonAncestor(of: tags)
    var wereCovered = true
    for (index, tag) in tags.enumerated() {
      if draft.nodes[tag].parent == ancestor {
        wereCovered = false
        continue
      }
      let between = draft.ancestors(of: tag).prefix { $0 != ancestor }
      if between.allSatisfy({ isCuttable($0) }) {
        wereCovered = false
        cut(tag, upTo: ancestor)
      } else if let child = between.last {
        hoist(tag, outOf: child, isFirst: index == 0, isLast: index == tags.count - 1)
      }
    }
    if wereCovered { coverRow(ancestor, tags) }
  }

  private func commonAncestor(of tags: [Int]) -> Int {
    var common = draft.ancestors(of: tags[0])
    for tag in tags.dropFirst() {
      let others = Set(draft.ancestors(of: tag))
      common.removeAll { !others.contains($0) }
    }
    return common.first ?? Draft.root
  }

  private func isCuttable(_ node: Int) -> Bool {
    guard let rule = draft.rule(of: node), rule.isCuttable else { return false }
    return draft.element(node)?.attribute("id") == nil
  }

  // MARK: Cutting

  private mutating func cut(_ tag: Int, upTo ancestor: Int) {
    while draft.nodes[tag].parent != ancestor {
      let element = draft.nodes[tag].parent
      let position = draft.position(of: tag)
      let after = Array(draft.nodes[element].children[(position + 1)...])
      draft.nodes[element].children.removeSubrange((position + 1)...)
      let parent = draft.nodes[element].parent
      let place = draft.position(of: element)
      draft.move(tag, to: place + 1, in: parent)

      draft.nodes.append(Draft.Node(content: draft.nodes[element].content, parent: parent, children: after))
      let half = draft.nodes.count - 1
      for child in after { draft.nodes[child].parent = half }
      draft.nodes[parent].children.insert(half, at: place + 2)
      removeIfEmpty(half)
      removeIfEmpty(element)
    }
  }

  private mutating func removeIfEmpty(_ half: Int) {
    let isParagraph = draft.rule(of: half)?.kind == .block
    let isEmpty = draft.nodes[half].children.allSatisfy { isParagraph && draft.isBlank($0) }
    guard isEmpty else { return }
    draft.nodes[draft.nodes[half].parent].children.remove(at: draft.position(of: half))
  }

  // MARK: Covering

  /// Moves a tag out of an element that its block covers whole.
  private mutating func hoist(_ tag: Int, outOf child: Int, isFirst: Bool, isLast: Bool) {
    let before = neighbours(of: tag, upTo: child, isBefore: true)
    let after = neighbours(of: tag, upTo: child, isBefore: false)
    let goesBefore: Bool
    if isFirst {
      guard let obstacle = before.obstacle else { return moveOut(before.tags + [tag], before: child) }
      return refuseCut(tag, child, obstacle, isBefore: true)
    } else if isLast {
      goesBefore = false
    } else {
      goesBefore = before.obstacle == nil
    }
    if goesBefore { return moveOut(before.tags + [tag], before: child) }
    guard let obstacle = after.obstacle else { return moveOut([tag] + after.tags, after: child) }
    refuseCut(tag, child, obstacle, isBefore: false)
  }

  /// What stands in an element before (or after) a tag: single tags, which move with it, and the first thing
  /// that must not be there.
  private func neighbours(of tag: Int, upTo child: Int, isBefore: Bool) -> (tags: [Int], obstacle: Int?) {
    var tags: [Int] = []
    var obstacle: Int?
    var node = tag
    repeat {
      let parent = draft.nodes[node].parent
      let siblings = draft.nodes[parent].children
      let position = draft.position(of: node)
      let beside = isBefore ? siblings[..<position] : siblings[(position + 1)...]
      var found: [Int] = []
      for sibling in beside where !draft.isBlank(sibling) {
        if let other = draft.tag(sibling), other.role == .single || other.role == .comment {
          found.append(sibling)
        } else if obstacle == nil {
          obstacle = sibling
        }
      }
      tags = isBefore ? found + tags : tags + found
      node = parent
    } while node != child
    return (tags, obstacle)
  }

  private mutating func moveOut(_ tags: [Int], before child: Int) {
    for tag in tags { moveOut(tag, to: draft.position(of: child), outOf: child) }
  }

  private mutating func moveOut(_ tags: [Int], after child: Int) {
    for (offset, tag) in tags.enumerated() {
      moveOut(tag, to: draft.position(of: child) + 1 + offset, outOf: child)
    }
  }

  private mutating func moveOut(_ tag: Int, to position: Int, outOf child: Int) {
    draft.nodes[draft.nodes[tag].parent].lostTag = true
    draft.move(tag, to: position, in: draft.nodes[child].parent)
  }

  /// A block that stood in cells and covers all cells of a row covers the row.
  private mutating func coverRow(_ row: Int, _ tags: [Int]) {
    guard tags.count == 2, let rule = draft.rule(of: row), rule.content == .only([.cell]),
      draft.nodes[tags[0]].parent == row, draft.nodes[tags[1]].parent == row
    else { return }
    let children = draft.nodes[row].children
    let outside = children[..<draft.position(of: tags[0])] + children[(draft.position(of: tags[1]) + 1)...]
    guard outside.allSatisfy({ draft.isBlank($0) || draft.tag($0)?.role == .single }) else { return }
    let parent = draft.nodes[row].parent
    let before = children[..<draft.position(of: tags[0])].filter { draft.tag($0) != nil } + [tags[0]]
    let after = [tags[1]] + children[(draft.position(of: tags[1]) + 1)...].filter { draft.tag($0) != nil }
    for tag in before { draft.move(tag, to: draft.position(of: row), in: parent) }
    for (offset, tag) in after.enumerated() {
      draft.move(tag, to: draft.position(of: row) + 1 + offset, in: parent)
    }
    draft.nodes[row].lostTag = true
  }

  // MARK: Faults

  private mutating func refuseCut(_ tag: Int, _ child: Int, _ obstacle: Int, isBefore: Bool) {
    guard let found = draft.tag(tag), let head = found.head, let rule = draft.rule(of: child),
      let element = draft.element(child)
    else { return }
    let name = rule.shownName(of: element.name)
    let side = isBefore ? "前面" : "后面"
    let effect =
      if case .for = headOfStatement(found) { "它会被一起重复" } else { "它会被一起印出或略去" }
    diagnostics.append(
      Diagnostic(
        "block-cuts-\(rule.cut.rawValue)", .error,
        "「{% \(head.keyword) %}」\(side)还有「\(excerpt(of: obstacle))」，\(effect)",
        at: .range(source, found.range),
        notes: [.init("这里的「\(name)」要么整个在标签之内，要么整个在外", at: .range(source, element.startTagRange))],
        help: "把标签放到「\(name)」的\(isBefore ? "最前面" : "最后面")，或者放到它的外面"))
  }

  private func headOfStatement(_ tag: DraftTag) -> TagHead? {
    draft.statements[tag.statement].first.flatMap { draft.tag($0)?.head }
  }

  /// The first words of a node, as they were written.
  private func excerpt(of node: Int) -> String {
    switch draft.nodes[node].content {
    case .text(let text): return text.characters.excerpt
    case .output(let output): return source.text(in: output.range).excerpt
    case .tag(let tag): return source.text(in: tag.range).excerpt
    case .root: return ""
    case .element(let element, _):
      for child in draft.nodes[node].children where !draft.isBlank(child) { return excerpt(of: child) }
      return "<\(element.name)>"
    }
  }
}

extension String {
  /// At most twelve characters of a text, without the white space around.
  var excerpt: String {
    let words = split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    let text = words.joined(separator: " ")
    return text.count > 12 ? text.prefix(12) + "…" : text
  }
}
