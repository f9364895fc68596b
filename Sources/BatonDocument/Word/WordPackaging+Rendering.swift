// From a rendering's streams to the parts of a package.

internal import BatonDiagnostics
package import BatonOffice
package import BatonTemplate

extension WordPackaging {
  /// The package of a rendering.
  package func package(_ rendering: Rendering, _ properties: DocumentProperties) -> Package {
    var content = Content()
    for stream in rendering.streams {
      switch stream.name {
      case .document:
        content.document = printed(stream)
        for relationship in stream.relationships {
          guard case .stream(let index) = relationship.target else { continue }
          let margin = rendering.streams[index]
          content.margins.append(
            Margin(
              isHeader: margin.name.isHeader, relationshipID: relationship.id, content: printed(margin)))
        }
      case .numbering: content.numbering = stream.bytes
      case .footnotes: content.footnotes = printed(stream)
      default: break
      }
    }
    return package(content, properties)
  }

  private func printed(_ stream: Rendering.Stream) -> Printed {
    var printed = Printed(bytes: stream.bytes)
    for relationship in stream.relationships {
      guard case .external(.hyperlink, let target) = relationship.target else { continue }
      printed.relationships.append(
        Relationship(id: relationship.id, .hyperlink, to: .external(target.percentEncoded)))
    }
    return printed
  }
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
