// Writes many packages, one after another. Documents of one kind differ in few parts: what stays from one package to
// the next is deflated once.

/// Writes packages as `.docx`. One a task.
package struct PackageWriter: ~Copyable {
  private let compressor = Compressor()
  /// What stood in the entries of the package before, by their names.
  private var entries: [String: Entry] = [:]
  private var contentTypes: (parts: [PartKind], deflated: DeflatedContent)?
  private var relationships: [String: (relationships: [Relationship], deflated: DeflatedContent)] = [:]

  private struct Entry {
    let content: [UInt8]
    let deflated: DeflatedContent
  }

  private struct PartKind: Equatable {
    let name: PartName
    let type: ContentType
  }

  /// Longer parts are those that differ from document to document: comparing and keeping them gains nothing.
  private static let keptByteCount = 16 << 10

  package init() {}

  /// The package's file: the same bytes as ``Package/zipped(with:)``.
  package mutating func zip(_ package: Package) throws(OfficeError) -> [UInt8] {
    let size = package.parts.reduce(4096) {
      $0 + ($1.deflated?.bytes.count ?? $1.content.count / 4) + 256
    }
    var zip = ZipWriter(reservingCapacity: size)
    try zip.add("[Content_Types].xml", contentTypes(of: package))
    try zip.add("_rels/.rels", deflated(package.relationships, of: "/", from: "/"))
    for part in package.parts {
      if !part.relationships.isEmpty {
        try zip.add(
          part.name.relationshipsName.entryName,
          deflated(part.relationships, of: part.name.text, from: part.name.folder))
      }
      try zip.add(part.name.entryName, part.deflated ?? deflated(part))
    }
    return try zip.finish()
  }

  private mutating func contentTypes(of package: Package) -> DeflatedContent {
    let kinds = package.parts.map { PartKind(name: $0.name, type: $0.contentType) }
    if let known = contentTypes, known.parts == kinds { return known.deflated }
    let deflated = compressor.deflate(xmlDeclaration + package.contentTypes.bytes)
    contentTypes = (kinds, deflated)
    return deflated
  }

  private mutating func deflated(
    _ list: [Relationship], of name: String, from folder: Substring
  ) -> DeflatedContent {
    if let known = relationships[name], known.relationships == list { return known.deflated }
    let deflated = compressor.deflate(xmlDeclaration + list.markup(from: folder).bytes)
    relationships[name] = (list, deflated)
    return deflated
  }

  private mutating func deflated(_ part: Part) -> DeflatedContent {
    let content = part.entryContent
    guard content.count <= Self.keptByteCount else { return compressor.deflate(content) }
    if let known = entries[part.name.text], known.content == content { return known.deflated }
    let deflated = compressor.deflate(content)
    entries[part.name.text] = Entry(content: content, deflated: deflated)
    return deflated
  }
}
