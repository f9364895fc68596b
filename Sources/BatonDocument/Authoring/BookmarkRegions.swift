// Which bookmarks stand in loops: each turn marks its own place, and what refers to it there means that place.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The bookmarks of a template by their ids.
struct BookmarkRegions {
  private struct Bookmark {
    var name: String
    var start: [SourceRange]
    var end: [SourceRange]?
  }

  private var bookmarks: [String: Bookmark] = [:]

  init(_ nodes: [TemplateNode]) { read(nodes, in: []) }

  private mutating func read(_ nodes: [TemplateNode], in regions: [SourceRange]) {
    for node in nodes {
      switch node {
      case .element(let element):
        if element.isWord("bookmarkStart"), let id = element.value("w:id") {
          if bookmarks[id] == nil {
            bookmarks[id] = Bookmark(name: element.value("w:name") ?? "", start: regions)
          }
        } else if element.isWord("bookmarkEnd"), let id = element.value("w:id") {
          bookmarks[id]?.end = regions
        }
        read(element.children, in: regions)
      case .block(let block):
        let inside = block.isRepeating ? regions + [block.range] : regions
        for clause in block.clauses { read(clause.body, in: inside) }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }

  /// The loops around a bookmark; `nil` where it does not end in the loop in which it begins.
  func region(of id: String) -> [SourceRange]? {
    guard let bookmark = bookmarks[id], bookmark.end == bookmark.start else { return nil }
    return bookmark.start
  }

  static func counter(of id: String) -> CounterName { CounterName("bookmark \(id)") }

  /// What counts a repeated bookmark of a name, seen from the same loop or from inside of it.
  func counter(ofName name: String, seenFrom regions: [SourceRange]) -> CounterName? {
    for (id, bookmark) in bookmarks where bookmark.name == name && bookmark.end == bookmark.start {
      guard !bookmark.start.isEmpty, regions.starts(with: bookmark.start) else { return nil }
      return Self.counter(of: id)
    }
    return nil
  }

  /// The characters of a field's code, with the names of repeated bookmarks as they are numbered.
  func code(_ text: TemplateNode.Text, in regions: [SourceRange]) -> LoweredNodes {
    var lowered = LoweredNodes()
    var word = ""
    func flush() {
      lowered.markup(word.escapedForText, text.range)
      if let counter = counter(ofName: word, seenFrom: regions) {
        lowered.markup("_", text.range)
        lowered.append(.lastNumber(counter, offset: 0))
      }
      word = ""
    }
    for character in text.characters {
      if character == " " || character == "\"" {
        flush()
        lowered.markup(String(character).escapedForText, text.range)
      } else {
        word.append(character)
      }
    }
    flush()
    return lowered
  }
}
