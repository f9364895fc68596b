// A walk through a large XML part, element by element: libxml2 judges the whole text first, so the walk itself
// need not look for faults and keeps nothing but the open elements' namespaces.

package import BatonDiagnostics

/// Walks a well-formed text forwards and builds no tree.
///
///     var cursor = try XMLCursor(parsing: source, namespaces: ["urn:a"])
///     while cursor.nextChild(of: 1) { if cursor.isElement("row") { … } }
package struct XMLCursor {
  private enum Event { case start, end, text }

  private struct Attribute {
    let prefix: Range<Int>
    let name: Range<Int>
    let value: Range<Int>
  }

  private struct Binding {
    let depth: Int
    let prefix: Range<Int>
    /// The position in ``namespaces``, or `nil` for one that nobody asked about.
    let namespace: Int?
  }

  private let bytes: [UInt8]
  private let namespaces: [[UInt8]]
  private var index = 0
  /// Elements that are open, the current one included.
  package private(set) var depth = 0
  private var prefix = 0..<0
  private var name = 0..<0
  /// The characters of the last text, or a whole `<![CDATA[…]]>`.
  private var run = 0..<0
  private var attributes: [Attribute] = []
  private var bindings: [Binding] = []
  /// What an element without a prefix belongs to: looked up when a declaration comes or goes.
  private var defaultNamespace: Int?
  /// `<a/>` is a start and an end.
  private var isSelfClosed = false

  /// Has libxml2 check a text and stands on its root element: depth 1.
  ///
  /// Elements of other namespaces than the given ones have no name for ``isElement(_:)``.
  /// - Throws: ``XMLError`` with the place of the fault.
  package init(parsing source: Source, namespaces: [String], limits: Limits = .standard) throws(XMLError) {
    guard source.bytes.count <= limits.byteCount else {
      throw XMLError(
        Diagnostic("limit-exceeded", .error, "文件超过 \(limits.byteCount) 字节", at: .file(source.name)))
    }
    bytes = Prologue(of: source.bytes).blanked(in: source.bytes)
    self.namespaces = namespaces.map { Array($0.utf8) }
    let verdict = WellFormedness(of: bytes)
    if verdict.fault != nil || verdict.declaresDoctype {
      throw XMLError(
        XMLTree.diagnostic(for: (verdict.fault, verdict.declaresDoctype), in: source, bytes))
    }
    while next() != .start, index < bytes.count {}
  }

  // MARK: Elements

  /// Moves to the next child of the open element at a depth, past whatever is left of the one before.
  ///
  /// - Returns: `false` at the element's end.
  package mutating func nextChild(of parent: Int) -> Bool {
    while let event = next() {
      switch event {
      case .start where depth == parent + 1: return true
      case .end where depth < parent: return false
      default: continue
      }
    }
    return false
  }

  /// Whether the current element has this local name, in one of the namespaces asked about.
  package func isElement(_ local: StaticString) -> Bool {
    bytes.isEqual(name, to: local) && namespace(of: prefix) != nil
  }

  // MARK: Attributes

  /// The value of an attribute without a prefix, as it stands between its quotes.
  package func rawValue(of attribute: StaticString) -> ArraySlice<UInt8>? {
    for candidate in attributes where candidate.prefix.isEmpty && bytes.isEqual(candidate.name, to: attribute)
    {
      return bytes[candidate.value]
    }
    return nil
  }

  /// The value of an attribute without a prefix, references resolved.
  package func value(of attribute: StaticString) -> String? {
    rawValue(of: attribute).map(decoded)
  }

  /// The value of an attribute of one of the namespaces asked about.
  package func qualifiedValue(of attribute: StaticString) -> String? {
    for candidate in attributes
    where !candidate.prefix.isEmpty && bytes.isEqual(candidate.name, to: attribute)
      && namespace(of: candidate.prefix) != nil
    {
      return decoded(bytes[candidate.value])
    }
    return nil
  }

  private func decoded(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    var text: [UInt8] = []
    appendCharacters(in: value.indices, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Text

  /// Appends all character data of the current element, what its descendants hold included, and moves to its
  /// end.
  package mutating func appendText(to text: inout [UInt8]) {
    let parent = depth
    while let event = next() {
      if event == .text { appendCharacters(in: run, to: &text) }
      if event == .end, depth < parent { return }
    }
  }

  /// Decodes references, unwraps CDATA and makes every line end a line feed (XML 1.0 §2.11).
  private func appendCharacters(in range: Range<Int>, to text: inout [UInt8]) {
    if bytes.starts(with: "<![CDATA[", at: range.lowerBound) {
      return appendLines(in: (range.lowerBound + 9)..<(range.upperBound - 3), to: &text)
    }
    var start = range.lowerBound
    while let ampersand = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      appendLines(in: start..<ampersand, to: &text)
      if let reference = CharacterReference(at: ampersand, in: bytes[..<range.upperBound]) {
        text.append(contentsOf: String(reference.scalar).utf8)
        start = reference.end
      } else {
        text.append(bytes[ampersand])
        start = ampersand + 1
      }
    }
    appendLines(in: start..<range.upperBound, to: &text)
  }

  private func appendLines(in range: Range<Int>, to text: inout [UInt8]) {
    let carriageReturn = UInt8(ascii: "\r")
    let lineFeed = UInt8(ascii: "\n")
    var start = range.lowerBound
    while let end = bytes[start..<range.upperBound].firstIndex(of: carriageReturn) {
      text.append(contentsOf: bytes[start..<end])
      text.append(lineFeed)
      start = end + 1
      if start < range.upperBound, bytes[start] == lineFeed { start += 1 }
    }
    text.append(contentsOf: bytes[start..<range.upperBound])
  }

  // MARK: Events

  /// The next event; afterwards ``index`` is behind it.
  private mutating func next() -> Event? {
    if isSelfClosed {
      isSelfClosed = false
      close()
      return .end
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        run = index..<(bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count)
        index = run.upperBound
        return .text
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "/"):
        index = end(of: ">")
        close()
        return .end
      case UInt8(ascii: "?"): index = end(of: "?>")
      case UInt8(ascii: "!"):
        guard bytes[index + 2] == UInt8(ascii: "[") else {
          index = end(of: "-->")
          continue
        }
        run = index..<end(of: "]]>")
        index = run.upperBound
        return .text
      default:
        open()
        return .start
      }
    }
    return nil
  }

  private mutating func open() {
    depth += 1
    index += 1
    (prefix, name) = qualifiedName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return
      case UInt8(ascii: "/"):
        index += 2
        isSelfClosed = true
        return
      default: readAttribute()
      }
    }
  }

  private mutating func close() {
    let count = bindings.count
    while let last = bindings.last, last.depth == depth { bindings.removeLast() }
    depth -= 1
    if bindings.count != count { defaultNamespace = lookup(0..<0) }
  }

  private mutating func readAttribute() {
    let (prefix, name) = qualifiedName()
    skipSpace()
    index += 1  // =
    skipSpace()
    let quote = bytes[index]
    let start = index + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    index = min(end + 1, bytes.count)
    if prefix.isEmpty, bytes.isEqual(name, to: "xmlns") {
      declare(0..<0, start..<end)
    } else if bytes.isEqual(prefix, to: "xmlns") {
      declare(name, start..<end)
    } else {
      attributes.append(Attribute(prefix: prefix, name: name, value: start..<end))
    }
  }

  private mutating func declare(_ prefix: Range<Int>, _ value: Range<Int>) {
    let namespace = namespaces.firstIndex { bytes[value].elementsEqual($0) }
    bindings.append(Binding(depth: depth, prefix: prefix, namespace: namespace))
    if prefix.isEmpty { defaultNamespace = namespace }
  }

  private func namespace(of prefix: Range<Int>) -> Int? {
    prefix.isEmpty ? defaultNamespace : lookup(prefix)
  }

  private func lookup(_ prefix: Range<Int>) -> Int? {
    bindings.last { bytes[$0.prefix].elementsEqual(bytes[prefix]) }?.namespace
  }

  private mutating func qualifiedName() -> (prefix: Range<Int>, name: Range<Int>) {
    let start = index
    var colon: Int?
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ":"): colon = index
      case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), 0x20, 0x09, 0x0A, 0x0D:
        guard let colon else { return (start..<start, start..<index) }
        return (start..<colon, (colon + 1)..<index)
      default: break
      }
      index += 1
    }
    return (start..<start, start..<index)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  /// The offset behind the next occurrence of a mark.
  private func end(of mark: StaticString) -> Int {
    let count = mark.utf8CodeUnitCount
    var candidate = index
    while candidate + count <= bytes.count {
      if bytes.starts(with: mark, at: candidate) { return candidate + count }
      candidate += 1
    }
    return bytes.count
  }
}

extension [UInt8] {
  fileprivate func isEqual(_ range: Range<Int>, to word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && starts(with: word, at: range.lowerBound)
  }

  /// Whether a word stands at an index.
  func starts(with word: StaticString, at index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count where unsafe word[offset] != self[index + offset] { return false }
      return true
    }
  }
}
