// The package of a Word template round the stories that a rendering writes: what tells of the template's authors
// taken out, the parts that all documents share compressed once.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// A template's package, ready for many documents.
struct AuthoredPackage: Sendable {
  /// A part that a rendering writes: its content is what stands round the stream's.
  private struct Written: Sendable {
    let stream: StreamName
    let part: Part
    var before: [UInt8] = []
    var after: [UInt8] = []
  }

  private var written: [Written] = []
  private let shared: [Part]

  init(_ package: Package, main: Part, stories: TemplateStories) {
    let kept = package.withoutHistory(main: main)
    func keptPart(_ part: Part) -> Part { kept.first { $0.name == part.name } ?? part }
    var done: Set<PartName> = []
    for story in stories.roots {
      var part = keptPart(story.part)
      let isMain = part.name == main.name
      if isMain { part.contentType = .document }
      written.append(
        Written(stream: isMain ? .document : StreamName(part.name.text), part: part))
      done.insert(part.name)
    }
    var rest: [PartName: [UInt8]] = [:]
    for story in stories.unchanged { rest[story.part.name] = story.root.markup }
    for notes in stories.notes {
      let (before, after) = notes.root.markup.splitBeforeEnd
      written.append(
        Written(
          stream: notes.stream, part: keptPart(notes.part), before: before, after: after))
      done.insert(notes.part.name)
    }
    if let numbering = main.related("numbering", in: package) {
      let (before, after) = numbering.content.splitBeforeEnd
      written.append(
        Written(
          stream: .numbering, part: keptPart(numbering), before: before, after: after))
      done.insert(numbering.name)
    }
    let compressor = Compressor()
    shared = kept.filter { !done.contains($0.name) }.map { part in
      guard let content = rest[part.name] else { return part.precompressed(with: compressor) }
      return Part(part.name, part.contentType, content: content, relationships: part.relationships)
        .precompressed(with: compressor)
    }
  }

  /// The package of one document.
  func package(_ rendering: Rendering, _ properties: [Part]) -> Package {
    var parts: [Part] = []
    for written in written {
      let stream = rendering.streams.first { $0.name == written.stream }
      let printed = stream.map { WordPackaging.printed($0, of: rendering, mediaPrefix: "picture") }
      let bytes = printed?.bytes ?? []
      let content =
        written.before.isEmpty && written.after.isEmpty ? bytes : written.before + bytes + written.after
      parts.append(
        Part(
          written.part.name, written.part.contentType, content: content,
          relationships: written.part.relationships + (printed?.relationships ?? [])))
    }
    if let notes = rendering.streams.first(where: { $0.name == .footnotes }), !hasFootnotes {
      parts.append(FootnotesPart.part(WordPackaging.printed(notes, of: rendering, mediaPrefix: "picture")))
      parts[0].relationships.append(
        Relationship(id: "rIdFootnotes", .footnotes, to: .part(FootnotesPart.name)))
    }
    return Package(
      parts: parts + WordPackaging.media(of: rendering, prefix: "picture") + shared + properties,
      relationships: [
        Relationship(id: "rId1", .officeDocument, to: .part(parts[0].name)),
        Relationship(id: "rId2", .coreProperties, to: .part("/docProps/core.xml")),
        Relationship(id: "rId3", .extendedProperties, to: .part("/docProps/app.xml")),
      ])
  }

  private var hasFootnotes: Bool { written.contains { $0.stream == .footnotes } }
}

extension WrittenNode {
  /// A story without tags as XML.
  fileprivate var markup: [UInt8] {
    let source = Source(name: "", text: "")
    guard
      let template = try? XMLTemplate(source: source, vocabulary: .wordprocessingML, written: [self]),
      let structured = try? StructuredTemplate(template, load: { _ in nil })
    else { preconditionFailure("a story without tags has no faults") }
    var lowering = AuthoredLowering(structured)
    var bytes: [UInt8] = []
    for node in lowering.flow(structured.nodes).nodes {
      if case .text(let text) = node { bytes += Array(text.characters.utf8) }
    }
    return bytes
  }
}

extension [UInt8] {
  /// The bytes before the last end tag, and it.
  fileprivate var splitBeforeEnd: ([UInt8], [UInt8]) {
    guard let end = lastIndex(of: UInt8(ascii: "<")) else { return (self, []) }
    if index(after: end) < count, self[end + 1] == UInt8(ascii: "/") {
      return (Array(self[..<end]), Array(self[end...]))
    }
    return (self, [])
  }
}

extension Part {
  func related(_ kind: String, in package: Package) -> Part? {
    for relationship in relationships where relationship.kind.name == kind[...] {
      if case .part(let name) = relationship.target { return package.part(named: name) }
    }
    return nil
  }
}
