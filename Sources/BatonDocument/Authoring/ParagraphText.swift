// The characters of a paragraph, joined over its runs, and what each piece of text becomes once its tags are found.

internal import BatonDiagnostics
internal import BatonTemplate
internal import BatonXML

/// The text of one paragraph. Pieces are known by where their element begins in the part.
struct ParagraphText {
  enum Piece {
    case text(TemplateNode.Text)
    case tag(WrittenTag)
  }

  private enum Owner {
    case text(element: UInt32, isHidden: Bool)
    /// A tab or line break: a space inside a tag.
    case gap(element: UInt32)
    /// Something that no tag can hold.
    case barrier
  }

  private var scalars: [Unicode.Scalar] = []
  private var owners: [Int32] = []
  private var pieceOwners: [Owner] = []
  private(set) var pieces: [UInt32: [Piece]] = [:]
  /// Tabs and line breaks inside tags.
  private(set) var swallowed: Set<UInt32> = []
  private(set) var diagnostics: [Diagnostic.Fault] = []

  // MARK: Collecting

  mutating func add(text: String, element: UInt32, isHidden: Bool) {
    pieceOwners.append(.text(element: element, isHidden: isHidden))
    for scalar in text.unicodeScalars { append(scalar) }
  }

  mutating func addGap(_ scalar: Unicode.Scalar, element: UInt32) {
    pieceOwners.append(.gap(element: element))
    append(scalar)
  }

  mutating func addBarrier() {
    pieceOwners.append(.barrier)
    append("\u{FFFC}")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    owners.append(Int32(pieceOwners.count - 1))
  }

  // MARK: Tags

  /// Finds the tags and writes the paragraph to the transcript.
  mutating func read(_ finder: inout TagFinder, into transcript: inout Transcript) {
    let tags = finder.tags(in: scalars)
    var index = 0
    for tag in tags {
      writeText(index..<tag.range.lowerBound, &transcript)
      write(tag, &transcript)
      index = tag.range.upperBound
    }
    writeText(index..<scalars.count, &transcript)
    transcript.endLine()
  }

  private mutating func writeText(_ range: Range<Int>, _ transcript: inout Transcript) {
    var index = range.lowerBound
    while index < range.upperBound {
      let owner = owners[index]
      var end = index
      while end < range.upperBound, owners[end] == owner { end += 1 }
      let start = transcript.end
      switch pieceOwners[Int(owner)] {
      case .text(let element, let isHidden):
        transcript.append(scalars[index..<end])
        guard !isHidden else { break }
        var characters = String.UnicodeScalarView()
        characters.append(contentsOf: scalars[index..<end])
        let text = TemplateNode.Text(String(characters), range: SourceRange(start, transcript.end))
        pieces[element, default: []].append(.text(text))
      case .gap: transcript.append([" "])
      case .barrier: break
      }
      index = end
    }
  }

  private mutating func write(_ tag: FoundWordTag, _ transcript: inout Transcript) {
    let start = transcript.end
    let isComment: Bool
    switch tag.kind {
    case .comment, .commentStart, .commentEnd: isComment = true
    case .output, .statement: isComment = false
    }
    var contentRange = SourceRange(start, start)
    if isComment || tag.isOpen {
      transcript.append(scalars[tag.range].filter { $0 != "\u{FFFC}" })
    } else {
      transcript.append((tag.kind == .output ? "{{" : "{%").unicodeScalars)
      if tag.trimsBefore { transcript.append(["-"]) }
      transcript.append(tag.level.unicodeScalars)
      let contentStart = transcript.end
      transcript.append(tag.content.filter { $0 != "\u{FFFC}" })
      contentRange = SourceRange(contentStart, transcript.end)
      if tag.trimsAfter { transcript.append(["-"]) }
      transcript.append((tag.kind == .output ? "}}" : "%}").unicodeScalars)
    }
    let range = SourceRange(start, transcript.end)
    if tag.isOpen { diagnostics.append(.neverEnds(range, isOutput: tag.kind == .output)) }
    if !isComment, scalars[tag.range].contains("\u{FFFC}") { diagnostics.append(.holdsMarkup(range)) }
    take(tag, range, contentRange)
  }

  private mutating func take(_ tag: FoundWordTag, _ range: SourceRange, _ content: SourceRange) {
    for index in tag.range {
      if case .gap(let element) = pieceOwners[Int(owners[index])] { swallowed.insert(element) }
    }
    guard !tag.isOpen,
      case .text(let element, let isHidden) = pieceOwners[Int(owners[tag.range.lowerBound])],
      !(isHidden && tag.kind == .output)
    else { return }
    // docxtpl's levels of values name rich text, which is a value like any other here.
    let level = tag.kind == .statement && !tag.level.isEmpty ? tag.level : nil
    pieces[element, default: []].append(
      .tag(
        WrittenTag(
          tag.kind.written, range: range, content: content, level: level, trimsBefore: tag.trimsBefore,
          trimsAfter: tag.trimsAfter)))
  }
}

extension FoundWordTag.Kind {
  fileprivate var written: WrittenTag.Kind {
    switch self {
    case .output: .output
    case .statement: .statement
    case .comment: .comment
    case .commentStart: .commentStart
    case .commentEnd: .commentEnd
    }
  }
}

extension Diagnostic {
  /// What can be wrong with a tag as it was typed; the source that it points into is complete only later.
  enum Fault {
    case neverEnds(SourceRange, isOutput: Bool)
    case holdsMarkup(SourceRange)

    func diagnostic(in source: Source) -> Diagnostic {
      switch self {
      case .neverEnds(let range, let isOutput):
        Diagnostic(
          "syntax", .error, "标签没有结束", at: .range(source, range),
          help: "在同一段里补上「\(isOutput ? "}}" : "%}")」")
      case .holdsMarkup(let range):
        Diagnostic(
          "markup-in-tag", .error, "标签中间不能夹着图片、域或脚注", at: .range(source, range), help: "把它移到标签外面")
      }
    }
  }
}
