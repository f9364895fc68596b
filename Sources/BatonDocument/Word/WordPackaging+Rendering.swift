// From a rendering's streams to the parts of a package.

internal import BatonDiagnostics
package import BatonOffice
package import BatonTemplate

extension WordPackaging {
  /// The package of a rendering.
  ///
  /// - Throws: `bad-url` for a link that is neither relative nor http, https, mailto or tel.
  package func package(
    _ rendering: Rendering, _ properties: DocumentProperties
  ) throws(DocumentError) -> Package {
    var margins: [Margin] = []
    var hyperlinks: [Relationship] = []
    for relationship in rendering.stream(named: .document)?.relationships ?? [] {
      switch relationship.target {
      case .external(_, let target): hyperlinks.append(try hyperlink(relationship.id, to: target))
      case .stream(let index):
        let stream = rendering.streams[index]
        margins.append(
          Margin(
            isHeader: stream.name.isHeader, relationshipID: relationship.id, content: stream.bytes,
            hyperlinks: try links(of: stream)))
      }
    }
    return package(
      document: rendering.stream(named: .document)?.bytes ?? [],
      numbering: rendering.stream(named: .numbering)?.bytes ?? [], margins: margins, hyperlinks: hyperlinks,
      properties: properties)
  }

  private func links(of stream: Rendering.Stream) throws(DocumentError) -> [Relationship] {
    var links: [Relationship] = []
    for relationship in stream.relationships {
      guard case .external(_, let target) = relationship.target else { continue }
      links.append(try hyperlink(relationship.id, to: target))
    }
    return links
  }

  private func hyperlink(_ id: String, to target: String) throws(DocumentError) -> Relationship {
    guard URLScheme.isHarmless(target) else {
      throw DocumentError([
        Diagnostic(
          "bad-url", .error, "链接地址「\(target)」不能用", help: "只能链接到相对地址，或 http、https、mailto、tel 开头的地址")
      ])
    }
    return Relationship(id: id, .hyperlink, to: .external(target.percentEncoded))
  }
}

extension Rendering {
  fileprivate func stream(named name: StreamName) -> Stream? { streams.first { $0.name == name } }
}

extension StreamName {
  fileprivate var isHeader: Bool {
    SectionProperties.Variant.allCases.contains { $0.headerStream == self }
  }
}

extension String {
  /// The reference with everything but ASCII's printing characters escaped (RFC 3987 §3.1).
  fileprivate var percentEncoded: String {
    let digits = Array("0123456789ABCDEF")
    var output = ""
    for byte in utf8 {
      if (0x21...0x7E).contains(byte), !"<>\"{}|\\^`".utf8.contains(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        output += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return output
  }
}
