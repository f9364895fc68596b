// A package as one XML file, as Word writes its "Word XML Document".

extension Package {
  /// The package as Flat OPC: the same parts in the same order, XML as XML, the rest in base64.
  package func flattened() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(parts.reduce(8192) { $0 + $1.content.count + 512 })
    output += xmlDeclaration
    // What makes Windows hand the file to Word.
    output += Array("<?mso-application progid=\"Word.Document\"?>\n".utf8)
    let root = Markup("pkg:package", ["xmlns:pkg": "http://schemas.microsoft.com/office/2006/xmlPackage"])
    output += Array(root.startTag.utf8)
    appendRelationships(relationships, of: "/_rels/.rels", in: "/", padding: 512, to: &output)
    for part in parts {
      if !part.relationships.isEmpty {
        appendRelationships(
          part.relationships, of: part.name.relationshipsName, in: part.name.folder, padding: 256,
          to: &output)
      }
      append(part, to: &output)
    }
    output += Array(root.endTag.utf8)
    return output
  }

  private func append(_ part: Part, to output: inout [UInt8]) {
    let isXML = part.contentType.isXML
    let element = Markup(
      "pkg:part",
      [
        "pkg:name": part.name.text, "pkg:contentType": part.contentType.text,
        "pkg:compression": isXML ? nil : "store",
      ])
    let data = Markup(isXML ? "pkg:xmlData" : "pkg:binaryData")
    output += Array((element.startTag + data.startTag).utf8)
    if isXML { output += part.content } else { output += Array(part.content.base64(lineLength: 76).utf8) }
    output += Array((data.endTag + element.endTag).utf8)
  }

  private func appendRelationships(
    _ relationships: [Relationship], of name: PartName, in folder: Substring, padding: Int,
    to output: inout [UInt8]
  ) {
    var part = Markup(
      "pkg:part",
      [
        "pkg:name": name.text, "pkg:contentType": ContentType.relationships.text,
        "pkg:padding": "\(padding)",
      ])
    part.children = [.element(Markup("pkg:xmlData", [:], [relationships.markup(from: folder)]))]
    output += part.bytes
  }
}
