// libxml2's verdict on a text: the only judge of well-formedness we have. It builds no tree and reads no
// entity, file or network; where things stand is found by our own scanner (`TreeScanner`).

import CLibXML2

/// What libxml2 says about a text.
struct WellFormedness {
  struct Fault {
    /// An `xmlParserErrors` code.
    var code: Int32
    /// Where the parser stood, in bytes.
    var offset: Int
    /// libxml2's own words, for faults we have no words of ours for.
    var message: String
  }

  /// The first fault, or `nil` for a well-formed text.
  private(set) var fault: Fault?
  /// A document type declaration was met: the parser was stopped there, before anything was declared.
  private(set) var declaresDoctype = false

  /// Asks libxml2 about a UTF-8 text; an encoding that the text declares is not looked at.
  init(of bytes: [UInt8]) {
    Self.initializeLibrary
    guard let context = unsafe xmlNewParserCtxt(), let handler = unsafe context.pointee.sax else {
      fault = Fault(code: 2, offset: 0, message: "out of memory")
      return
    }
    let record = unsafe Record(context)
    unsafe handler.pointee = unsafe Self.callbacks
    unsafe context.pointee.userData = Unmanaged.passUnretained(record).toOpaque()
    unsafe bytes.withUnsafeBytes { buffer in
      let base = unsafe buffer.bindMemory(to: CChar.self).baseAddress
      // No callback builds a tree, so there is no document to free.
      _ = unsafe xmlCtxtReadMemory(
        context, base, Int32(clamping: buffer.count), nil, "UTF-8", Int32(XML_PARSE_NONET.rawValue))
    }
    if record.fault == nil, unsafe context.pointee.wellFormed == 0, !record.declaresDoctype {
      record.fault = Fault(code: 1, offset: 0, message: "not well-formed")
    }
    unsafe xmlFreeParserCtxt(context)
    fault = record.fault
    declaresDoctype = record.declaresDoctype
  }

  private static let initializeLibrary: Void = xmlInitParser()

  /// What the callbacks write down.
  @safe private final class Record {
    var fault: Fault?
    var declaresDoctype = false
    let context: xmlParserCtxtPtr

    init(_ context: xmlParserCtxtPtr) { unsafe self.context = context }
  }

  private static var callbacks: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.internalSubset = { data, _, _, _ in
      guard let data = unsafe data else { return }
      let record = unsafe Unmanaged<Record>.fromOpaque(data).takeUnretainedValue()
      record.declaresDoctype = true
      unsafe xmlStopParser(record.context)
    }
    unsafe handler.serror = { data, error in
      guard let data = unsafe data, let error = unsafe error else { return }
      let record = unsafe Unmanaged<Record>.fromOpaque(data).takeUnretainedValue()
      guard record.fault == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      var offset = 0
      if let input = unsafe record.context.pointee.input, let base = unsafe input.pointee.base {
        offset = unsafe Int(input.pointee.consumed) + (input.pointee.cur - base)
      }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      record.fault = unsafe Fault(code: error.pointee.code, offset: offset, message: message)
    }
    return unsafe handler
  }
}
