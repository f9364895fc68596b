// A package as a ZIP archive: `.docx`.

extension Package {
  /// The package as `.docx` writes it: content types first, relationships before what they belong to.
  ///
  /// Equal packages give equal bytes.
  package func zipped(with compressor: borrowing Compressor) throws(OfficeError) -> [UInt8] {
    let size = parts.reduce(4096) { $0 + ($1.deflated?.bytes.count ?? $1.content.count / 4) + 256 }
    var zip = ZipWriter(reservingCapacity: size)
    try zip.add("[Content_Types].xml", compressor.deflate(xmlDeclaration + contentTypes.bytes))
    try zip.add(
      "_rels/.rels", compressor.deflate(xmlDeclaration + relationships.markup(from: "/").bytes))
    for part in parts {
      if !part.relationships.isEmpty {
        let content = part.relationships.markup(from: part.name.folder).bytes
        try zip.add(part.name.relationshipsName.entryName, compressor.deflate(xmlDeclaration + content))
      }
      try zip.add(part.name.entryName, part.deflated ?? compressor.deflate(part.entryContent))
    }
    return try zip.finish()
  }

  /// `[Content_Types].xml` (ECMA-376-2 §7.2.3): an override for each part, so that extensions mean nothing.
  var contentTypes: Markup {
    let defaults = [("rels", ContentType.relationships), ("xml", .xml)].map { fileExtension, type in
      Markup("Default", ["Extension": fileExtension, "ContentType": type.text])
    }
    let overrides = parts.map { part in
      Markup("Override", ["PartName": part.name.text, "ContentType": part.contentType.text])
    }
    return Markup(
      "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
      defaults + overrides)
  }
}
