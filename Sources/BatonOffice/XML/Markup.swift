// XML that the program itself writes, as a value: the static parts of a package are described, not pasted.

/// An element with its attributes and children, ready to be written.
///
///     Markup("w:jc", ["w:val": "center"]).text   // <w:jc w:val="center"/>
package struct Markup: Sendable, Hashable {
  package indirect enum Child: Sendable, Hashable {
    case element(Markup)
    case text(String)
  }

  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var name: String
  package var attributes: [Attribute]
  package var children: [Child]

  /// An element with child elements. Attributes whose value is `nil` are left out.
  package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Markup] = [])
  {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
    self.children = children.map(Child.element)
  }

  /// An element that holds characters only.
  package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.init(name, attributes)
    self.children = text.isEmpty ? [] : [.text(text)]
  }
}

extension Markup {
  /// The element as XML, without a declaration.
  package var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// The element as UTF-8 XML, without a declaration.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// The start tag alone, for an element whose content is printed by a template.
  package var startTag: String {
    var output = ""
    writeStartTag(to: &output)
    return output + ">"
  }

  /// The end tag that closes ``startTag``.
  package var endTag: String { "</\(name)>" }

  private func writeStartTag(to output: inout String) {
    output += "<\(name)"
    for attribute in attributes {
      output += " \(attribute.name)=\""
      output += attribute.value.escapedForAttribute
      output += "\""
    }
  }

  private func write(to output: inout String) {
    writeStartTag(to: &output)
    if children.isEmpty {
      output += "/>"
      return
    }
    output += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &output)
      case .text(let characters): output += characters.escapedForText
      }
    }
    output += endTag
  }
}

extension String {
  /// Characters between tags: XML 1.0 §2.4, carriage returns kept as references.
  package var escapedForText: String { escaped(quotes: false) }

  /// Characters in a double-quoted attribute, line breaks and tabs kept as references.
  package var escapedForAttribute: String { escaped(quotes: true) }

  private func escaped(quotes: Bool) -> String {
    // Nearly all characters stand for themselves: most strings are taken whole.
    guard utf8.contains(where: { $0.isMarkup(quotes: quotes) }) else { return self }
    var output = ""
    output.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\r": output += "&#13;"
      case "\"" where quotes: output += "&quot;"
      case "\n" where quotes: output += "&#10;"
      case "\t" where quotes: output += "&#9;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension UInt8 {
  /// Whether a byte of UTF-8 may be a character that is written as a reference.
  fileprivate func isMarkup(quotes: Bool) -> Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D: true
    case UInt8(ascii: "\""), 0x0A, 0x09: quotes
    default: false
    }
  }
}
