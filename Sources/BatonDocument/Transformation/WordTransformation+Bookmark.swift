// Bookmarks: what an element's `id` names can be linked to (TEMPLATES §11).

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension CounterName {
  static let bookmark = CounterName("bookmark")
}

extension WordTransformation {
  /// What stands before and behind the content that an element's `id` names.
  struct Bookmark {
    var start: LoweredNodes
    var end: LoweredNodes
  }

  /// The bookmark of an element; `nil` where it has no `id`.
  func bookmark(of element: TemplateNode.Element) -> Bookmark? {
    guard let attribute = element.attribute("id"), element.literal("id") != "", !attribute.value.isEmpty
    else { return nil }
    let range = attribute.range
    let name = TemplateNode.instruction(
      .identifier(.definition, body: attribute.value.attributeValue(.attribute).nodes))
    var start = LoweredNodes()
    start.markup("<w:bookmarkStart w:id=\"", range)
    start.append(.currentNumber(.bookmark))
    start.markup("\" w:name=\"", range)
    if element.literal("id") != nil {
      start.append(name)
    } else {
      // An `id` that turns out empty names nothing; Word hides names like this one.
      var nameless = LoweredNodes()
      nameless.markup("_", range)
      nameless.append(.currentNumber(.bookmark))
      start.append(.orElse(body: [name], fallback: nameless.nodes))
    }
    start.markup("\"/>", range)
    var end = LoweredNodes()
    end.markup("<w:bookmarkEnd w:id=\"", range)
    end.append(.currentNumber(.bookmark))
    end.markup("\"/>", range)
    return Bookmark(start: start, end: end)
  }

  /// What holds a bookmark's start and end, with its number.
  func counted(_ content: LoweredNodes, hasBookmark: Bool) -> LoweredNodes {
    hasBookmark ? LoweredNodes([.instruction(.counted(.bookmark, body: content.nodes))]) : content
  }

  /// Content with an element's bookmark around it. Where nothing is printed, there is nothing to name.
  func bookmarked(_ element: TemplateNode.Element, _ content: LoweredNodes) -> LoweredNodes {
    guard let bookmark = bookmark(of: element), !content.isEmpty else { return content }
    return counted(
      LoweredNodes([
        .instruction(
          .unlessEmpty(open: bookmark.start.nodes, body: content.nodes, close: bookmark.end.nodes))
      ]), hasBookmark: true)
  }
}

extension [TemplateNode] {
  /// An attribute's value as markup, its values in a place.
  func attributeValue(_ place: OutputPlace) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in self {
      switch node {
      case .text(let text): lowered.markup(text.characters.escapedForAttribute, text.range)
      case .output(var output):
        output.place = place
        lowered.append(.output(output))
      case .block(var block):
        for index in block.clauses.indices {
          block.clauses[index].body = block.clauses[index].body.attributeValue(place).nodes
        }
        lowered.append(.block(block))
      case .element, .tag, .instruction: break
      }
    }
    return lowered
  }
}

extension String {
  /// The name that a bookmark has for an id which Word would not take: Word wants a letter first, no more than forty
  /// characters, and no two names that differ by case only.
  var bookmarkName: String? {
    let isPlain =
      unicodeScalars.first?.properties.isAlphabetic == true && utf16.count <= 40
      && unicodeScalars.allSatisfy { scalar in
        (scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
          || "_-.".unicodeScalars.contains(scalar)) && !scalar.properties.isUppercase
      }
    if isPlain { return nil }
    // FNV-1a: the same id has the same name in every document.
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return "b" + String(hash, radix: 16)
  }
}
