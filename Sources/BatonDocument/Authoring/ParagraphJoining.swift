// Paragraphs that are one: `{%-` and `-%}` at the edge of a paragraph join it with its neighbour (TEMPLATES §5), and
// so does a paragraph's end that was deleted with changes being tracked.

internal import BatonDiagnostics
internal import BatonTemplate

extension [WrittenNode] {
  /// The content of a story or cell with its paragraphs joined.
  var joiningParagraphs: [WrittenNode] {
    var result: [WrittenNode] = []
    for node in self {
      guard case .element(let element, let children) = node, element.isWord("p"),
        case .element(let before, let content)? = result.last, before.isWord("p")
      else {
        result.append(node)
        continue
      }
      let isDeleted = before.mark("joins") != nil
      let startsTrimmed = children.edgeTag(fromEnd: false)?.trimsBefore ?? false
      let endsTrimmed = content.edgeTag(fromEnd: true)?.trimsAfter ?? false
      guard isDeleted || startsTrimmed || endsTrimmed else {
        result.append(node)
        continue
      }
      // A paragraph's format is kept in its end: of a deleted end nothing stays.
      var joined = isDeleted ? element : before
      joined.range = before.range
      joined.startTagRange = before.startTagRange
      joined.attributes.removeAll { $0.namespace == TemplateNode.Element.markNamespace }
      if element.mark("joins") != nil { joined.setMark("joins", "next") }
      result[result.count - 1] = .element(
        joined,
        (startsTrimmed ? content.trimmed(fromEnd: true) : content)
          + (endsTrimmed ? children.trimmed(fromEnd: false) : children))
    }
    return result
  }

  /// The tag that stands at an end, spaces and the edges of runs aside.
  private func edgeTag(fromEnd: Bool) -> WrittenTag? {
    for node in fromEnd ? reversed() : self {
      switch node {
      case .text(let text): if !text.characters.allSatisfy({ $0 == " " || $0 == "\t" }) { return nil }
      case .tag(let tag): return tag
      case .element(let element, let children):
        if element.isWord("bookmarkStart") || element.isWord("bookmarkEnd") { continue }
        return element.isWord("r") ? children.edgeTag(fromEnd: fromEnd) : nil
      }
    }
    return nil
  }

  /// The content without the white space at one end.
  private func trimmed(fromEnd: Bool) -> [WrittenNode] {
    var result = self
    while let node = fromEnd ? result.last : result.first {
      let index = fromEnd ? result.count - 1 : 0
      switch node {
      case .text(var text):
        let characters = fromEnd ? String(text.characters.reversed()) : text.characters
        let rest = characters.drop { $0 == " " || $0 == "\t" }
        if rest.isEmpty {
          result.remove(at: index)
          continue
        }
        text.characters = fromEnd ? String(rest.reversed()) : String(rest)
        result[index] = .text(text)
      case .element(let element, let children) where element.isWord("r"):
        let rest = children.trimmed(fromEnd: fromEnd)
        if rest.isEmpty {
          result.remove(at: index)
          continue
        }
        result[index] = .element(element, rest)
      case .element, .tag: break
      }
      return result
    }
    return result
  }
}
