// A package from Flat OPC, the "Word XML Document".

import BatonDiagnostics
import BatonXML

extension PackageReader {
  private static let namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"

  func package(flat bytes: [UInt8]) throws(OfficeError) -> Package {
    let tree = try parseWhole(bytes)
    guard let root = tree.root, root.localName == "package", root.namespace == Self.namespace else {
      throw fault("not-a-package", "这个 XML 文件不是 Word 文档", help: "请选择 Word 另存的「Word XML 文档」")
    }
    var contents: [(name: PartName, type: ContentType, content: [UInt8])] = []
    for case .element(let element) in root.children where element.localName == "part" {
      guard contents.count < limits.entryCount else {
        throw fault("too-many-entries", "文档里的部件超过 \(limits.entryCount) 个")
      }
      guard let name = tree.value(of: "pkg:name", in: element, in: Self.namespace).flatMap(PartName.init)
      else {
        throw fault("bad-part-name", "部件没有合规定的名称")
      }
      guard !contents.contains(where: { $0.name.text.lowercased() == name.text.lowercased() }) else {
        throw fault("duplicate-part", "部件「\(name.text)」出现了两次")
      }
      let type =
        tree.value(of: "pkg:contentType", in: element, in: Self.namespace) ?? "application/octet-stream"
      contents.append((name, ContentType(type), try content(of: element, named: name, in: tree, below: root)))
    }
    return try assemble(contents)
  }

  private func parseWhole(_ bytes: [UInt8]) throws(OfficeError) -> XMLTree {
    // Base64 of a picture is one long text.
    var bounds = Limits.standard
    bounds.byteCount = limits.totalByteCount
    bounds.textByteCount = limits.partByteCount * 4 / 3 + 4096
    do {
      return try XMLTree(parsing: Source(name: file, decoding: bytes), limits: bounds)
    } catch {
      throw OfficeError(error.diagnostics)
    }
  }

  private func content(
    of part: XMLTree.Element, named name: PartName, in tree: XMLTree, below root: XMLTree.Element
  ) throws(OfficeError) -> [UInt8] {
    for case .element(let data) in part.children {
      switch data.localName {
      case "xmlData":
        for case .element(let element) in data.children {
          return tree.standalone(element, below: [root, part, data])
        }
      case "binaryData":
        let text = data.children.map { node -> String in
          if case .text(let text) = node { return tree.characters(of: text) }
          return ""
        }
        guard let bytes = [UInt8](base64: text.joined()) else {
          throw fault("damaged-package", "部件的 base64 数据损坏", part: name.text)
        }
        return bytes
      default: continue
      }
    }
    throw fault("damaged-package", "部件没有内容", part: name.text)
  }
}

extension XMLTree {
  /// An attribute's value by namespace, whatever its prefix.
  fileprivate func value(of name: String, in element: Element, in namespace: String) -> String? {
    let localName = name.split(separator: ":").last.map(String.init) ?? name
    return element.attributes.first { $0.localName == localName && $0.namespace == namespace }
      .map { characters(of: $0.value) }
  }

  /// The element's own bytes, with the prefixes declared above it that it may use.
  fileprivate func standalone(_ element: Element, below ancestors: [Element]) -> [UInt8] {
    var inherited: [Declaration] = []
    for ancestor in ancestors {
      inherited.removeAll { old in ancestor.declarations.contains { $0.prefix == old.prefix } }
      inherited += ancestor.declarations
    }
    let slice = Array(source.bytes[Int(element.range.start)..<Int(element.range.end)])
    let missing = inherited.filter { declaration in
      declaration.prefix != "pkg" && !element.declarations.contains { $0.prefix == declaration.prefix }
    }
    guard !missing.isEmpty else { return slice }
    let text = missing.map { declaration in
      let name = declaration.prefix.isEmpty ? "xmlns" : "xmlns:\(declaration.prefix)"
      return " \(name)=\"\(Escaping.attribute(declaration.namespace))\""
    }
    let end = 1 + element.name.utf8.count
    return Array(slice[..<end]) + Array(text.joined().utf8) + Array(slice[end...])
  }
}

extension [UInt8] {
  /// Decodes base64 (RFC 4648 §4), white space between.
  fileprivate init?(base64 text: String) {
    self = []
    reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      bits = bits << 6 | value
      digits += 1
      if digits % 4 == 0 {
        append(UInt8(bits >> 16 & 0xFF))
        append(UInt8(bits >> 8 & 0xFF))
        append(UInt8(bits & 0xFF))
        bits = 0
      }
    }
    switch digits % 4 {
    case 0: break
    case 2: append(UInt8(bits >> 4 & 0xFF))
    case 3:
      append(UInt8(bits >> 10 & 0xFF))
      append(UInt8(bits >> 2 & 0xFF))
    default: return nil
    }
  }
}
