// Ids of repeated regions (TEMPLATES §11): what must be there once in a package is numbered anew each time it is
// printed, and refers to itself by its new number.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension CounterName {
  /// `w:num/@w:numId` of lists that begin again.
  static let numbering = CounterName("num")
}

extension AuthoredLowering {
  /// `<name attributes`, without the closing bracket.
  mutating func startTag(of element: TemplateNode.Element) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<\(element.name)", element.startTagRange)
    for attribute in element.attributes where attribute.namespace != TemplateNode.Element.markNamespace {
      if isRepeated {
        lowered.append(repeated(attribute, of: element))
      } else {
        lowered.append(self.attribute(attribute))
      }
    }
    return lowered
  }

  func attribute(_ attribute: TemplateNode.Attribute) -> LoweredNodes {
    var lowered = LoweredNodes()
    guard attribute.namespace != TemplateNode.Element.markNamespace else { return lowered }
    var value = ""
    if case .text(let text) = attribute.value.first { value = text.characters }
    lowered.markup(" \(attribute.name)=\"\(value.escapedForAttribute)\"", attribute.range)
    return lowered
  }

  /// An attribute of an element that may be printed often.
  private func repeated(
    _ attribute: TemplateNode.Attribute, of element: TemplateNode.Element
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    if attribute.namespace == "http://schemas.microsoft.com/office/word/2010/wordml",
      attribute.name.hasSuffix(":paraId") || attribute.name.hasSuffix(":textId")
    {
      return lowered
    }
    if attribute.name == "id", element.localName == "docPr" {
      lowered.markup(" id=\"", attribute.range)
      lowered.append(.nextNumber(.drawing))
      lowered.markup("\"", attribute.range)
      return lowered
    }
    // A shape of VML: the drawing's number keeps the two apart, whichever of them is shown.
    if attribute.name == "id", element.namespace == "urn:schemas-microsoft-com:vml",
      element.localName != "shapetype", case .text(let text) = attribute.value.first
    {
      lowered.markup(" id=\"\(text.characters.escapedForAttribute)_", attribute.range)
      lowered.append(.nextNumber(.drawing))
      lowered.markup("\"", attribute.range)
      return lowered
    }
    return self.attribute(attribute)
  }

  // MARK: Bookmarks

  mutating func bookmark(_ element: TemplateNode.Element) -> LoweredNodes {
    guard let id = element.value("w:id"), let region = bookmarks.region(of: id) else {
      // An end without its beginning, or one of them repeated without the other, marks nothing.
      return LoweredNodes()
    }
    guard !region.isEmpty else { return plain(element) }
    let counter = BookmarkRegions.counter(of: id)
    var lowered = LoweredNodes()
    lowered.markup("<\(element.name)", element.range)
    for attribute in element.attributes where attribute.name != "w:id" && attribute.name != "w:name" {
      lowered.append(self.attribute(attribute))
    }
    lowered.markup(" w:id=\"", element.range)
    if element.isWord("bookmarkStart") {
      lowered.append(.nextNumber(.bookmark))
      lowered.append(.setNumber(counter, to: .last(.bookmark)))
      let name = (element.value("w:name") ?? "").escapedForAttribute
      lowered.markup("\" w:name=\"\(name)_", element.range)
    }
    lowered.append(.lastNumber(counter, offset: 0))
    lowered.markup("\"/>", element.range)
    return lowered
  }

  /// A link; one to a bookmark of the same region finds the bookmark of the same turn.
  mutating func hyperlink(_ element: TemplateNode.Element) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<\(element.name)", element.range)
    for attribute in element.attributes {
      guard attribute.name == "w:anchor", let name = element.value("w:anchor"),
        let counter = bookmarks.counter(ofName: name, seenFrom: regions)
      else {
        lowered.append(self.attribute(attribute))
        continue
      }
      lowered.markup(" w:anchor=\"\(name.escapedForAttribute)_", attribute.range)
      lowered.append(.lastNumber(counter, offset: 0))
      lowered.markup("\"", attribute.range)
    }
    lowered.markup(">", element.range)
    lowered.append(inline(element.children))
    lowered.markup("</\(element.name)>", element.range)
    return lowered
  }
}
