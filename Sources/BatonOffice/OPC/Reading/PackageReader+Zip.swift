// A package from a ZIP archive (ECMA-376-2 §7).

import BatonDiagnostics
import BatonXML

extension PackageReader {
  func package(unzipping bytes: [UInt8]) throws(OfficeError) -> Package {
    let entries = try ZipReader(bytes, file: file, limits: limits).entries()
    var contents: [(name: PartName, content: [UInt8])] = []
    var names: Set<String> = []
    var types: ContentTypes?
    for entry in entries {
      if entry.name == "[Content_Types].xml" {
        types = ContentTypes(try parse(entry.content, part: entry.name))
        continue
      }
      guard let name = PartName("/" + entry.name) else {
        throw fault("bad-part-name", "压缩包里的文件名「\(entry.name)」不合规定，疑为恶意文件")
      }
      guard names.insert(name.text.lowercased()).inserted else {
        throw fault("duplicate-part", "压缩包里「\(entry.name)」出现了两次")
      }
      contents.append((name, entry.content))
    }
    guard let types else {
      throw fault("not-a-package", "压缩包里没有 [Content_Types].xml，不是 Word 文档", help: "请选择 .docx 文件")
    }
    return try assemble(contents.map { ($0.name, types.type(of: $0.name), $0.content) })
  }

  /// Relationship parts become the relationships of what they belong to.
  func assemble(_ contents: [(name: PartName, type: ContentType, content: [UInt8])]) throws(OfficeError)
    -> Package
  {
    var package = Package()
    var relationships: [(source: String, content: [UInt8], name: PartName)] = []
    for (name, type, content) in contents {
      if let source = name.relationshipsSource {
        relationships.append((source, content, name))
        continue
      }
      package.parts.append(try part(name, type, content))
    }
    for (source, content, name) in relationships {
      let read = try self.relationships(in: content, of: source, part: name)
      if source == "/" {
        package.relationships = read
      } else if let index = package.parts.firstIndex(where: { $0.name.text == source }) {
        package.parts[index].relationships = read
      }
    }
    guard package.relationships.contains(where: { $0.kind.leadsToMainPart }) else {
      throw fault("not-a-package", "文件里没有指明主文档，不是 Word 文档")
    }
    return package
  }

  private func part(_ name: PartName, _ type: ContentType, _ entry: [UInt8]) throws(OfficeError) -> Part {
    guard type.isXML else { return Part(name, type, content: entry) }
    let tree = try parse(entry, part: name.text)
    guard let range = tree.root?.range else { throw fault("damaged-package", "部件没有根元素", part: name.text) }
    return Part(
      name, type, content: Array(tree.source.bytes[Int(range.start)..<Int(range.end)]), asRead: entry)
  }

  func parse(_ content: [UInt8], part: String) throws(OfficeError) -> XMLTree {
    do {
      return try XMLTree(parsing: Source(name: "\(file)!\(part)", decoding: content))
    } catch {
      throw OfficeError(error.diagnostics)
    }
  }

  private func relationships(
    in content: [UInt8], of source: String, part: PartName
  ) throws(OfficeError) -> [Relationship] {
    let tree = try parse(content, part: part.text)
    var result: [Relationship] = []
    for case .element(let element) in tree.root?.children ?? [] where element.localName == "Relationship" {
      guard let id = tree.value(of: "Id", in: element), let type = tree.value(of: "Type", in: element),
        let target = tree.value(of: "Target", in: element)
      else { throw fault("damaged-package", "关系缺少 Id、Type 或 Target", part: part.text) }
      guard !result.contains(where: { $0.id == id }) else {
        throw fault("damaged-package", "关系编号「\(id)」出现了两次", part: part.text)
      }
      let isExternal = tree.value(of: "TargetMode", in: element) == "External"
      result.append(
        Relationship(
          id: id, Relationship.Kind(type: type),
          to: isExternal
            ? .external(target)
            : PartName.resolved(target, from: source).map { .part($0) } ?? .unresolved(target)))
    }
    return result
  }
}

/// What parts are, by `[Content_Types].xml` (ECMA-376-2 §7.2.3).
private struct ContentTypes {
  private var defaults: [String: ContentType] = [:]
  private var overrides: [String: ContentType] = [:]

  init(_ tree: XMLTree) {
    for case .element(let element) in tree.root?.children ?? [] {
      guard let type = tree.value(of: "ContentType", in: element) else { continue }
      switch element.localName {
      case "Default":
        guard let name = tree.value(of: "Extension", in: element) else { continue }
        defaults[name.lowercased()] = ContentType(type)
      case "Override":
        guard let name = tree.value(of: "PartName", in: element) else { continue }
        overrides[name.lowercased()] = ContentType(type)
      default: continue
      }
    }
  }

  func type(of name: PartName) -> ContentType {
    if let type = overrides[name.text.lowercased()] { return type }
    let file = name.text[name.folder.endIndex...]
    let fileExtension = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
    return defaults[fileExtension] ?? ContentType("application/octet-stream")
  }
}
