// Parsing: limits, libxml2's verdict, then the tree.

public import BatonDiagnostics

extension XMLTree {
  /// Parses a UTF-8 text. No entity is expanded but the named characters of HTML, no document type is
  /// accepted but `<!DOCTYPE html>`, and nothing outside the text is ever read.
  ///
  ///     let tree = try XMLTree(parsing: Source(name: "a.xml", text: "<a>&nbsp;</a>"))
  ///     tree.root?.name   // "a"
  ///
  /// - Throws: ``XMLError`` with the place of the fault.
  /// - Complexity: O(*n*) in the bytes of the text.
  public init(
    parsing source: Source, as form: Form = .document, limits: Limits = .standard
  ) throws(XMLError) {
    try self.init(parsing: source, masked: source.bytes, as: form, limits: limits)
  }

  /// Parses a text some of whose bytes were replaced by harmless ones, so that ranges still point into the
  /// source.
  package init(
    parsing source: Source, masked: [UInt8], as form: Form, limits: Limits = .standard
  ) throws(XMLError) {
    precondition(masked.count == source.bytes.count, "masking keeps every offset")
    if masked.count > limits.byteCount {
      throw XMLError(
        Diagnostic("limit-exceeded", .error, "文件超过 \(limits.byteCount) 字节", at: .file(source.name)))
    }
    if let fault = source.encodingFault { throw XMLError(fault) }
    let prologue = Prologue(of: masked)
    let bytes = prologue.blanked(in: masked)
    var scanner = TreeScanner(source, bytes: bytes, prologue: prologue, as: form, limits: limits)
    var verdict = CheckedText(bytes, as: form).verdict
    if prologue.declaresOther { verdict.declaresDoctype = true }
    if verdict.declaresDoctype || verdict.fault != nil {
      // Our own words are better where the scanner also stumbles: it knows both ends of an element.
      if !verdict.declaresDoctype { _ = try scanner.scan() }
      throw XMLError(Self.diagnostic(for: verdict, in: source, bytes))
    }
    self.init(source: source, children: try scanner.scan())
  }
}

/// The text as libxml2 is given it: references to HTML's named characters written as numeric ones of the same
/// length, and a fragment wrapped in an element.
private struct CheckedText {
  private let bytes: [UInt8]
  private let shift: Int

  init(_ source: [UInt8], as form: XMLTree.Form) {
    var bytes = source
    var index = 0
    while let ampersand = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = ampersand + 1
      guard index < bytes.count, bytes[index] != UInt8(ascii: "#"),
        let reference = CharacterReference(at: ampersand, in: bytes[...])
      else { continue }
      bytes[index] = UInt8(ascii: "#")
      for digit in (index + 1)..<(reference.end - 1) { bytes[digit] = UInt8(ascii: "0") }
      bytes[reference.end - 2] = UInt8(ascii: "9")
      index = reference.end
    }
    switch form {
    case .document:
      self.bytes = bytes
      shift = 0
    case .fragment:
      self.bytes = Array("<_>".utf8) + bytes + Array("</_>".utf8)
      shift = 3
    }
  }

  /// libxml2's verdict, its offset in the source.
  var verdict: (fault: WellFormedness.Fault?, declaresDoctype: Bool) {
    let verdict = WellFormedness(of: bytes)
    var fault = verdict.fault
    if let offset = fault?.offset { fault?.offset = min(max(0, offset - shift), bytes.count - 2 * shift) }
    return (fault, verdict.declaresDoctype)
  }
}
