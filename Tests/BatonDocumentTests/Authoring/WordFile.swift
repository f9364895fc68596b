// Word templates for tests: a few lines of a body made a package.

import BatonDiagnostics
import BatonOffice
import BatonTemplate

@testable import BatonDocument

/// A `.docx` in the making.
struct WordFile {
  var body: String
  var parts: [(name: String, kind: String, content: String)] = []

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
    """

  init(_ body: String, parts: [(name: String, kind: String, content: String)] = []) {
    self.body = body
    self.parts = parts
  }

  var package: Package {
    let document = "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
    var main = Part("/word/document.xml", .document, content: Array(document.utf8))
    var others: [Part] = []
    for (index, part) in parts.enumerated() {
      let name = PartName(stringLiteral: "/word/\(part.name)")
      let type = ContentType(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.\(part.kind)+xml")
      let kind = Relationship.Kind(
        type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(part.kind)")
      others.append(Part(name, type, content: Array(part.content.utf8)))
      main.relationships.append(Relationship(id: "rId\(index + 1)", kind, to: .part(name)))
    }
    return Package(
      parts: [main] + others,
      relationships: [Relationship(id: "rId1", .officeDocument, to: .part(main.name))])
  }

  var bytes: [UInt8] { get throws { try package.zipped(with: Compressor()) } }

  /// A paragraph of runs: plain characters, or markup as it is.
  static func p(_ runs: String..., properties: String = "") -> String {
    let content = runs.map {
      $0.hasPrefix("<") ? $0 : "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>"
    }
    return "<w:p>\(properties)\(content.joined())</w:p>"
  }

  static func table(_ rows: [String]...) -> String {
    let rows = rows.map { cells in "<w:tr>\(cells.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr>" }
    return "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>"
  }
}

/// Files in memory.
struct FileLoader: Loader {
  var files: [String: [UInt8]]

  func source(named name: String) throws(TemplateError) -> Source? {
    files[name].map { Source(name: name, bytes: $0) }
  }
}

/// What became of a template: the parts of the document by their names, or the faults as a person reads them.
struct Rendered {
  var parts: [String: String] = [:]
  var package: Package?
  var faults: [Diagnostic] = []

  /// What stands in the body.
  var body: String {
    guard let document = parts["document.xml"], let start = document.range(of: "<w:body>"),
      let end = document.range(of: "</w:body>")
    else { return faults.map(\.text).joined(separator: "\n") }
    return String(document[start.upperBound..<end.lowerBound])
  }

  static let data = """
    {"a": true, "b": false, "x": "值", "xs": ["甲", "乙"], "nil": [], "m": "一\\n二\\t三", "sp": "<&>",
     "gs": [{"t": "第一组", "q": ["1", "2"]}, {"t": "第二组", "q": ["3"]}]}
    """

  static func values(_ text: String = data) throws -> Document {
    var reader = JSONReader()
    return try reader.document(from: Source(name: "data.json", text: text))
  }

  init(_ file: WordFile, others: [String: String] = [:], theme: Theme, data: String = Rendered.data) throws {
    var files = others.mapValues { Array($0.utf8) }
    files["通知.docx"] = try file.bytes
    let environment = DocumentEnvironment(loader: FileLoader(files: files), theme: theme)
    let values = try Self.values(data)
    do {
      let template = try environment.template(named: "通知.docx", for: [.docx])
      let bytes = try template.render(
        values, as: .docx, properties: DocumentProperties(title: "通知", unit: "县委组织部"))
      let package = try Package(reading: bytes, file: "out.docx")
      self.package = package
      for part in package.parts where part.contentType.isXML {
        let name = part.name.text.split(separator: "/").last.map(String.init) ?? ""
        parts[name] = String(decoding: part.content, as: UTF8.self)
      }
    } catch let error as DocumentError {
      faults = error.diagnostics
    }
  }
}

extension String {
  /// Where a word first occurs.
  func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The characters of `w:t`, a line a paragraph; spaces and attributes aside.
  var readText: String {
    var result = ""
    for piece in split(separator: "<") {
      if piece.hasPrefix("w:t>") || piece.hasPrefix("w:t ") {
        result += piece[piece.index(after: piece.firstIndex(of: ">") ?? piece.startIndex)...]
      } else if piece.hasPrefix("/w:p>") {
        result += "|"
      }
    }
    return result
  }
}
