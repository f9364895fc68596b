// libxml2's faults in the reader's words and at the reader's place.

import BatonDiagnostics
import CLibXML2

extension XMLTree {
  static func diagnostic(
    for verdict: (fault: WellFormedness.Fault?, declaresDoctype: Bool), in source: Source, _ bytes: [UInt8]
  ) -> Diagnostic {
    guard let fault = verdict.fault, !verdict.declaresDoctype else {
      let start = bytes.firstIndex(of: Array("<!DOCTYPE".utf8), from: 0) ?? 0
      return Diagnostic(
        "doctype-refused", .error, "不接受文档类型声明", at: .range(source, SourceRange(start, start + 9)),
        help: "删去「<!DOCTYPE …>」，网页模板可以写「<!DOCTYPE html>」")
    }
    let offset = min(fault.offset, bytes.count)
    func place(backTo byte: Unicode.Scalar) -> Diagnostic.Place {
      let start = bytes[..<offset].lastIndex(of: UInt8(ascii: byte)) ?? max(0, offset - 1)
      return .range(source, SourceRange(start, max(offset, start)))
    }
    func written(backTo byte: Unicode.Scalar) -> String {
      let start = bytes[..<offset].lastIndex(of: UInt8(ascii: byte)) ?? offset
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    let here = Diagnostic.Place.range(
      source, SourceRange(min(offset, bytes.count), min(offset + 1, bytes.count)))
    switch xmlParserErrors(rawValue: UInt32(bitPattern: fault.code)) {
    case XML_ERR_UNDECLARED_ENTITY:
      return Diagnostic(
        "unknown-entity", .error, "不认识的字符引用「\(written(backTo: "&"))」", at: place(backTo: "&"),
        help: "直接写这个字符，或写作「&#x…;」")
    case XML_ERR_NAME_REQUIRED where offset > 0 && bytes[offset - 1] == UInt8(ascii: "&"),
      XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return Diagnostic(
        "not-well-formed", .error, "「&」后面不是字符引用", at: place(backTo: "&"), help: "「&」要写作「&amp;」")
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return Diagnostic(
        "duplicate-attribute", .error, "同一个元素里有两个同名属性", at: place(backTo: "<"), help: "只留一个")
    case XML_ERR_LT_IN_ATTRIBUTE:
      return Diagnostic("not-well-formed", .error, "属性值里不能直接写「<」", at: here, help: "「<」要写作「&lt;」")
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return Diagnostic(
        "not-well-formed", .error, "属性没有值", at: place(backTo: " "), help: "写作「名称=\"值\"」")
    case XML_ERR_HYPHEN_IN_COMMENT:
      return Diagnostic("not-well-formed", .error, "注释里不能有「--」", at: here)
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF:
      return Diagnostic("invalid-character", .error, "XML 里不能有这个字符", at: here, help: "删去它")
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return Diagnostic(
        "unknown-prefix", .error, "没有声明的名称空间前缀", at: place(backTo: "<"), help: "在根元素上写「xmlns:前缀=\"…\"」")
    case XML_ERR_DOCUMENT_EMPTY:
      return Diagnostic("not-well-formed", .error, "没有内容", at: .file(source.name))
    case XML_ERR_DOCUMENT_END:
      return Diagnostic("not-well-formed", .error, "根元素结束以后还有内容", at: here)
    default:
      let message = fault.message.split(separator: "\n").first.map(String.init) ?? "\(fault.code)"
      return Diagnostic("not-well-formed", .error, "不是合格的 XML（\(message)）", at: here)
    }
  }
}
