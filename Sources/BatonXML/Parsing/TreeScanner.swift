// Builds the tree with exact ranges. libxml2 has judged the text before, or will be asked what is wrong with
// it: the scanner therefore never guesses, and stops at the first thing it does not understand.

import BatonDiagnostics

/// One pass over a text, with a stack of the elements that are open.
struct TreeScanner {
  private let source: Source
  /// The source's bytes, or as many harmless ones where template tags stood.
  private let bytes: [UInt8]
  private let limits: Limits
  /// Skipped wherever one begins: what stands before the content and belongs to no node.
  private let prologue: [SourceRange]
  private let prologueEnd: Int
  private let form: XMLTree.Form
  private var index = 0
  private var open: [OpenElement] = []
  private var children: [XMLTree.Node] = []
  private var namespaces: [XMLTree.Declaration] = [
    XMLTree.Declaration(prefix: "xml", namespace: "http://www.w3.org/XML/1998/namespace")
  ]

  private struct OpenElement {
    var name: String
    var namespace: String
    var attributes: [XMLTree.Attribute]
    var declarations: [XMLTree.Declaration]
    var startTagRange: SourceRange
    /// The children of the parent, met so far.
    var siblings: [XMLTree.Node]
  }

  init(_ source: Source, bytes: [UInt8], prologue: Prologue, as form: XMLTree.Form, limits: Limits) {
    self.source = source
    self.bytes = bytes
    self.prologue = [prologue.declaration, prologue.doctype].compactMap { $0 }
    prologueEnd = self.prologue.map { Int($0.end) }.max() ?? 0
    self.form = form
    self.limits = limits
  }

  mutating func scan() throws(XMLError) -> [XMLTree.Node] {
    while index < bytes.count {
      if index < prologueEnd, let range = prologue.first(where: { Int($0.start) == index }) {
        index = Int(range.end)
      } else if bytes[index] != UInt8(ascii: "<") {
        try scanText()
      } else if has("</") {
        try scanEndTag()
      } else if has("<!--") {
        children.append(.comment(try skip(past: "-->", from: index + 4)))
      } else if has("<![CDATA[") {
        let range = try skip(past: "]]>", from: index + 9)
        children.append(.text(.init(range: SourceRange(range.start + 9, range.end - 3), isLiteral: true)))
      } else if has("<?") {
        let range = try skip(past: "?>", from: index + 2)
        let name = bytes[(Int(range.start) + 2)..<(Int(range.end) - 2)].prefix { !Self.isSpace($0) }
        children.append(.instruction(target: String(decoding: name, as: UTF8.self), range))
      } else {
        try scanStartTag()
      }
    }
    if let last = open.last { throw unclosed(last, at: nil) }
    return children
  }

  private mutating func scanText() throws(XMLError) {
    var end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    for range in prologue where Int(range.start) > index { end = min(end, Int(range.start)) }
    let range = SourceRange(index, end)
    if end - index > limits.textByteCount {
      throw fault("limit-exceeded", "一段文字超过 \(limits.textByteCount) 字节", SourceRange(index, index + 1))
    }
    index = end
    // White space around the root of a document is nothing (XML 1.0 §2.1).
    if open.isEmpty, form == .document { return }
    children.append(.text(.init(range: range, isLiteral: false)))
  }

  private mutating func scanStartTag() throws(XMLError) {
    let start = index
    index += 1
    let name = try scanName()
    var written: [(name: String, nameRange: SourceRange, value: XMLTree.Text)] = []
    while true {
      skipSpaces()
      guard index < bytes.count else { throw notUnderstood(start) }
      if bytes[index] == UInt8(ascii: ">") || has("/>") { break }
      if written.count == limits.attributesPerElement {
        throw fault(
          "limit-exceeded", "元素「\(name)」的属性超过 \(limits.attributesPerElement) 个", SourceRange(start, index))
      }
      written.append(try scanAttribute())
    }
    let isEmpty = bytes[index] == UInt8(ascii: "/")
    index += isEmpty ? 2 : 1
    let startTagRange = SourceRange(start, index)
    if open.count >= limits.depth {
      throw fault("limit-exceeded", "元素嵌套超过 \(limits.depth) 层", startTagRange)
    }
    let declarations = declarations(in: written)
    if !declarations.isEmpty { namespaces += declarations }
    var element = OpenElement(
      name: name, namespace: namespace(of: name, isAttribute: false), attributes: [],
      declarations: declarations, startTagRange: startTagRange, siblings: children)
    for attribute in written where !Self.isDeclaration(attribute.name) {
      element.attributes.append(
        .init(
          name: attribute.name, namespace: namespace(of: attribute.name, isAttribute: true),
          nameRange: attribute.nameRange, value: attribute.value))
    }
    children = []
    open.append(element)
    if isEmpty { close(endTagRange: nil) }
  }

  private mutating func scanAttribute() throws(XMLError) -> (String, SourceRange, XMLTree.Text) {
    let start = index
    let name = try scanName()
    let nameRange = SourceRange(start, index)
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw notUnderstood(start) }
    index += 1
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"),
      let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
    else { throw notUnderstood(start) }
    let value = XMLTree.Text(range: SourceRange(index + 1, end), isLiteral: false)
    index = end + 1
    return (name, nameRange, value)
  }

  private mutating func scanEndTag() throws(XMLError) {
    let start = index
    index += 2
    let name = try scanName()
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { throw notUnderstood(start) }
    index += 1
    let range = SourceRange(start, index)
    guard let last = open.last else {
      throw fault("mismatched-tag", "多出一个结束标签「</\(name)>」", range, help: "前面没有与它对应的「<\(name)>」")
    }
    if last.name != name { throw unclosed(last, at: (name, range)) }
    close(endTagRange: range)
  }

  private mutating func close(endTagRange: SourceRange?) {
    guard let element = open.popLast() else { return }
    namespaces.removeLast(element.declarations.count)
    let node = XMLTree.Element(
      name: element.name, namespace: element.namespace, attributes: element.attributes,
      declarations: element.declarations, children: children, startTagRange: element.startTagRange,
      endTagRange: endTagRange)
    children = element.siblings
    children.append(.element(node))
  }

  // MARK: Pieces

  private mutating func scanName() throws(XMLError) -> String {
    let start = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    if index - start > limits.nameByteCount {
      throw fault("limit-exceeded", "名称超过 \(limits.nameByteCount) 字节", SourceRange(start, start + 1))
    }
    guard index > start else { throw notUnderstood(start) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  /// Moves behind the end of a comment, CDATA section or processing instruction.
  private mutating func skip(past end: String, from offset: Int) throws(XMLError) -> SourceRange {
    let start = index
    guard let found = bytes.firstIndex(of: Array(end.utf8), from: offset) else { throw notUnderstood(start) }
    index = found + end.utf8.count
    return SourceRange(start, index)
  }

  private func has(_ word: StaticString) -> Bool { bytes.starts(with: word, at: index) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  // MARK: Namespaces

  private static func isDeclaration(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "x") && (name == "xmlns" || name.hasPrefix("xmlns:"))
  }

  private func declarations(
    in attributes: [(name: String, nameRange: SourceRange, value: XMLTree.Text)]
  ) -> [XMLTree.Declaration] {
    if attributes.isEmpty { return [] }
    return attributes.filter { Self.isDeclaration($0.name) }.map {
      XMLTree.Declaration(
        prefix: $0.name == "xmlns" ? "" : QualifiedName.local($0.name),
        namespace: DecodedText(of: bytes, in: $0.value.range).string)
    }
  }

  private func namespace(of name: String, isAttribute: Bool) -> String {
    let prefix = QualifiedName.prefix(name)
    if prefix.isEmpty, isAttribute { return "" }
    return namespaces.last { $0.prefix == prefix }?.namespace ?? ""
  }

  // MARK: Faults

  private func fault(
    _ id: String, _ message: String, _ range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> XMLError {
    XMLError(Diagnostic(id, .error, message, at: .range(source, range), notes: notes, help: help))
  }

  private func notUnderstood(_ offset: Int) -> XMLError {
    fault("not-well-formed", "这里的标记不完整", SourceRange(offset, min(offset + 1, bytes.count)))
  }

  private func unclosed(_ element: OpenElement, at end: (name: String, range: SourceRange)?) -> XMLError {
    let place = Diagnostic.Place.range(source, element.startTagRange)
    guard let end else {
      return fault(
        "unclosed-element", "「<\(element.name)>」没有结束标签", element.startTagRange,
        help: "补上「</\(element.name)>」，没有内容的元素写作「<\(element.name)/>」")
    }
    return fault(
      "mismatched-tag", "这里应当是「</\(element.name)>」，而不是「</\(end.name)>」", end.range,
      notes: [.init("「<\(element.name)>」从这里开始", at: place)],
      help: "先结束「<\(element.name)>」，没有内容的元素写作「<\(element.name)/>」")
  }
}
