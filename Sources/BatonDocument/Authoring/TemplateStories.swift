// The stories of a Word template: body, headers, footers, and the notes at their references. Those with tags become
// streams of a rendering; the others are written once.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// The stories of one package while it is read.
struct TemplateStories {
  /// A story that is written anew for each document.
  struct Root {
    var part: Part
    var root: WrittenNode
  }

  /// The part of notes round the notes that a document has.
  struct NotesPart {
    var stream: StreamName
    var part: Part
    /// The root with what every document has: the separators.
    var root: WrittenNode
  }

  private let file: String
  private let parts: [(part: Part, tree: XMLTree, label: String)]
  private let numbering: XMLTree?
  /// What the page of the template must know beside its body.
  private let pageMarks: [(name: String, value: String)]
  private(set) var reader: PartReader
  private(set) var roots: [Root] = []
  private(set) var unchanged: [Root] = []
  private(set) var notes: [NotesPart] = []
  private(set) var identifiers = TemplateIdentifiers()
  private let notesTrees: [(part: Part, tree: XMLTree, isFootnotes: Bool)]

  init(of package: Package, main: Part, file: String) throws(TemplateError) {
    self.file = file
    var parts: [(part: Part, tree: XMLTree, label: String)] = [(main, try Self.tree(of: main, file), "")]
    var notesTrees: [(part: Part, tree: XMLTree, isFootnotes: Bool)] = []
    var numbering: XMLTree?
    for relationship in main.relationships {
      guard case .part(let name) = relationship.target, let part = package.part(named: name),
        !parts.contains(where: { $0.part.name == name })
      else { continue }
      switch relationship.kind.name {
      case "header": parts.append((part, try Self.tree(of: part, file), "页眉（\(name.fileName)）"))
      case "footer": parts.append((part, try Self.tree(of: part, file), "页脚（\(name.fileName)）"))
      case "footnotes": notesTrees.append((part, try Self.tree(of: part, file), true))
      case "endnotes": notesTrees.append((part, try Self.tree(of: part, file), false))
      case "numbering": numbering = try Self.tree(of: part, file)
      default: continue
      }
    }
    self.parts = parts
    self.notesTrees = notesTrees
    self.numbering = numbering
    pageMarks = try Self.pageMarks(of: main, in: package, file)
    var notes: [PartReader.Note: (element: XMLTree.Element, tree: XMLTree)] = [:]
    for (_, tree, isFootnotes) in notesTrees {
      for case .element(let note) in tree.root?.children ?? []
      where tree.value(of: note, word: "type") == nil {
        guard let id = tree.value(of: note, word: "id") else { continue }
        let reference = isFootnotes ? "footnoteReference" : "endnoteReference"
        notes[.init(reference: reference, id: id)] = (note, tree)
      }
    }
    reader = PartReader(parts[0].tree, notes: notes)
  }

  private static func tree(of part: Part, _ file: String) throws(TemplateError) -> XMLTree {
    do {
      return try XMLTree(parsing: Source(name: "\(file)!\(part.name.text)", bytes: part.content))
    } catch {
      throw TemplateError(error.diagnostics)
    }
  }

  /// The styles, and what links and pictures of the body lead to.
  private static func pageMarks(
    of main: Part, in package: Package, _ file: String
  ) throws(TemplateError) -> [(name: String, value: String)] {
    var marks: [(name: String, value: String)] = []
    for relationship in main.relationships {
      let name = WordStyleMarks.targetPrefix + relationship.id
      switch (relationship.kind.name, relationship.target) {
      case ("styles", .part(let part)):
        guard let styles = package.part(named: part) else { continue }
        let styleMarks = WordStyleMarks(try tree(of: styles, file))
        marks += styleMarks.marks + styleMarks.listMarks
      case ("hyperlink", .external(let target)): marks.append((name, target))
      case ("image", .part(let part)):
        guard let image = package.part(named: part), let type = image.pageImageType else { continue }
        marks.append((name, "data:\(type);base64,\(image.content.base64())"))
      default: continue
      }
    }
    return marks
  }

  mutating func readAll() throws(TemplateError) {
    for (index, (part, tree, label)) in parts.enumerated() {
      identifiers.read(tree)
      identifiers.read(part.relationships)
      guard let (node, hasTags) = reader.read(tree, label: label),
        case .element(var root, let children) = node
      else { throw TemplateError(Diagnostic("damaged-package", .error, "部件没有内容", at: .file(file))) }
      root.declareWord()
      root.setMark("part", index == 0 ? StreamName.document.rawValue : part.name.text)
      if index == 0 { for (name, value) in pageMarks { root.setMark(name, value) } }
      if index == 0 { for (name, value) in numbering?.listMarks ?? [] { root.setMark(name, value) } }
      let story = Root(part: part, root: .element(root, children))
      if index == 0 || hasTags { roots.append(story) } else { unchanged.append(story) }
    }
    if let numbering { identifiers.read(numbering) }
    for (part, tree, isFootnotes) in notesTrees {
      identifiers.read(tree)
      identifiers.read(part.relationships)
      guard case .element(var root, let children)? = reader.readSeparators(tree) else { continue }
      root.declareWord()
      notes.append(
        NotesPart(
          stream: isFootnotes ? .footnotes : .endnotes, part: part, root: .element(root, children)))
    }
  }
}

extension TemplateNode.Element {
  /// Declares the prefix that all of WordprocessingML's names are written with.
  fileprivate mutating func declareWord() {
    if let index = attributes.firstIndex(where: { $0.name == "xmlns:w" }) {
      if value("xmlns:w") == "http://purl.oclc.org/ooxml/wordprocessingml/main" { return }
      attributes[index].value = [.text(.init(Namespace.wordprocessingML, range: range))]
    } else {
      attributes.insert(
        .init(
          name: "xmlns:w", namespace: "", value: [.text(.init(Namespace.wordprocessingML, range: range))],
          range: range), at: 0)
    }
  }
}

extension Part {
  /// The media type of a picture that browsers show.
  fileprivate var pageImageType: String? {
    ["image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/webp"].contains(contentType.text)
      ? contentType.text : nil
  }
}

extension XMLTree {
  /// What each list is, for ``ListRestarts``: its abstract definition and what its levels count from.
  fileprivate var listMarks: [(name: String, value: String)] {
    var starts: [String: [String]] = [:]
    var marks: [(name: String, value: String)] = []
    for case .element(let element) in root?.children ?? [] {
      switch element.localName {
      case "abstractNum":
        guard let id = value(of: element, word: "abstractNumId") else { continue }
        starts[id] = levelStarts(of: element)
      case "num":
        guard let id = value(of: element, word: "numId") else { continue }
        for case .element(let child) in element.children where child.localName == "abstractNumId" {
          guard let abstract = value(of: child, word: "val") else { continue }
          let words = [abstract] + (starts[abstract] ?? [])
          marks.append((ListRestarts.markPrefix + id, words.joined(separator: " ")))
        }
      default: continue
      }
    }
    return marks
  }

  private func levelStarts(of abstract: Element) -> [String] {
    var starts: [String] = []
    for case .element(let level) in abstract.children where level.localName == "lvl" {
      var start = "1"
      for case .element(let child) in level.children where child.localName == "start" {
        start = value(of: child, word: "val") ?? "1"
      }
      starts.append(start)
    }
    return starts
  }
}

extension Relationship.Kind {
  /// The last word of the type, the same in both vocabularies.
  var name: Substring { type.split(separator: "/").last ?? "" }
}

extension PartName {
  /// The file's name without its extension.
  fileprivate var fileName: Substring {
    let file = text[folder.endIndex...]
    return file.prefix { $0 != "." }
  }
}
