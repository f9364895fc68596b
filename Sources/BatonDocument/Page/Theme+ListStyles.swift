// List labels on the page, level by level as Word numbers them.

extension Theme {
  func addLists(to sheet: inout StyleSheet) {
    sheet.rule("ul,ol", ["padding:0", "list-style-position:inside"])
    sheet.rule("li", ["text-indent:\(lists.indent.css)"])
    sheet.rule("li ul,li ol", ["padding-left:\(lists.indent.css)"])
    sheet.group("@counter-style 圈码") { sheet in
      let circled = (0x2460...0x2473).compactMap(Unicode.Scalar.init).map { "\"\($0)\"" }
      sheet.declarations(["system:fixed", "symbols:\(circled.joined(separator: " "))", #"suffix:"""#])
    }
    let kinds = [(ListKind.unordered, "ul"), (.ordered, "ol"), (.chinese, "ol.中文")]
    for level in 0..<9 {
      // Each ancestor list makes the selector more specific, so that deeper levels win.
      let ancestors = String(repeating: "li ", count: level)
      for (kind, selector) in kinds {
        let format = format(of: kind)
        guard level < format.labels.count else { continue }
        sheet.rule("\(ancestors)\(selector)>li::marker", ["content:\(format.label(level: level).css)"])
      }
    }
  }
}

extension ListLabel {
  /// The label as CSS content; a label that makes no gap of its own is followed by a space, as in Word.
  fileprivate var css: String {
    let gap = isFollowedBySpace ? " " : ""
    let counter =
      switch numeral {
      case .decimal: " counter(list-item) "
      case .chinese: " counter(list-item,simp-chinese-informal) "
      case .circled: " counter(list-item,圈码) "
      case .bullet: " "
      }
    return "\"\(prefix.cssEscaped)\"\(counter)\"\(suffix.cssEscaped)\(gap)\""
  }
}

extension String {
  /// The content of a CSS string.
  fileprivate var cssEscaped: String {
    var output = ""
    for character in self {
      if character == "\"" || character == "\\" { output.append("\\") }
      output.append(character)
    }
    return output
  }
}
