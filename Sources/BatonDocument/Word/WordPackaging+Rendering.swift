// From a rendering's streams to the parts of a package.

internal import BatonDiagnostics
package import BatonOffice
package import BatonTemplate

extension WordPackaging {
  /// The package of a rendering.
  package func package(_ rendering: Rendering, _ properties: [Part]) -> Package {
    var content = Content()
    content.media = Self.media(of: rendering)
    for stream in rendering.streams {
      switch stream.name {
      case .document:
        content.document = Self.printed(stream, of: rendering)
        for relationship in stream.relationships {
          guard case .stream(let index) = relationship.target else { continue }
          let margin = rendering.streams[index]
          content.margins.append(
            Margin(
              isHeader: margin.name.isHeader, relationshipID: relationship.id,
              content: Self.printed(margin, of: rendering)))
        }
      case .numbering: content.numbering = stream.bytes
      case .footnotes: content.footnotes = Self.printed(stream, of: rendering)
      default: break
      }
    }
    return package(content, properties)
  }

  /// The parts of the pictures that were shown.
  static func media(of rendering: Rendering, prefix: String = "image") -> [Part] {
    rendering.pictures.enumerated().map { index, picture in
      Part(
        rendering.partName(ofPicture: index, prefix: prefix), ContentType(picture.format.mediaType),
        content: picture.bytes)
    }
  }

  /// A stream with what its relationships lead to.
  static func printed(
    _ stream: Rendering.Stream, of rendering: Rendering, mediaPrefix: String = "image"
  ) -> Printed {
    var printed = Printed(bytes: stream.bytes)
    for relationship in stream.relationships {
      switch relationship.target {
      case .external(_, let target):
        printed.relationships.append(
          Relationship(id: relationship.id, .hyperlink, to: .external(target.percentEncoded)))
      case .picture(let index):
        printed.relationships.append(
          Relationship(
            id: relationship.id, .image, to: .part(rendering.partName(ofPicture: index, prefix: mediaPrefix)))
        )
      case .stream: break
      }
    }
    return printed
  }
}

extension Rendering {
  fileprivate func partName(ofPicture index: Int, prefix: String) -> PartName {
    PartName(stringLiteral: "/word/media/\(prefix)\(index + 1).\(pictures[index].format.fileExtension)")
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
