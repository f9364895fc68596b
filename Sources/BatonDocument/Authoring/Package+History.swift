// What a document must not take over from its template: who wrote it, when, with which settings of theirs, and
// programs. rsids go too: they tell editing sessions from each other and serve nothing in a finished document.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonXML

extension Package {
  /// The parts that a document made from the package has, without those for its properties.
  func withoutHistory(main: Part) -> [Part] {
    var kept: [Part] = []
    var waiting = [main.name]
    var seen: Set<PartName> = [main.name]
    while !waiting.isEmpty {
      guard var part = part(named: waiting.removeFirst()) else { continue }
      part.relationships.removeAll { Self.historyKinds.contains($0.kind.name) }
      for relationship in part.relationships {
        if case .part(let name) = relationship.target, seen.insert(name).inserted { waiting.append(name) }
      }
      kept.append(part.withoutHistory)
    }
    return kept
  }

  /// The kinds of relationships that lead to such things.
  private static let historyKinds: Set<Substring> = [
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml", "vbaProject",
    "wordVbaData", "attachedTemplate", "keyMapCustomizations", "mailMergeSource", "mailMergeHeaderSource",
    "recipientData", "documenttasks",
  ]
}

extension Part {
  private static let historyElements: Set<String> = [
    "rsids", "rsid", "attachedTemplate", "trackRevisions", "mailMerge", "docVars", "docId", "saveThroughXslt",
    "linkStyles",
    // How large its author saw it; written without the percentage that the schema wants, too.
    "zoom",
  ]

  /// Settings and styles without what tells of their authors; every other part as it is.
  fileprivate var withoutHistory: Part {
    guard contentType == .settings || contentType == .styles,
      let tree = try? XMLTree(parsing: Source(name: name.text, bytes: content)), let root = tree.root
    else { return self }
    var ranges: [SourceRange] = []
    Self.find(root, &ranges)
    if ranges.isEmpty { return self }
    var kept: [UInt8] = []
    var start = 0
    for range in ranges {
      kept += content[start..<Int(range.start)]
      start = Int(range.end)
    }
    return Part(name, contentType, content: kept + content[start...], relationships: relationships)
  }

  private static func find(_ element: XMLTree.Element, _ ranges: inout [SourceRange]) {
    for case .element(let child) in element.children {
      if historyElements.contains(child.localName) {
        ranges.append(child.range)
      } else {
        find(child, &ranges)
      }
    }
  }
}
