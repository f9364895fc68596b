// The theme's formats as declarations of CSS.

extension CharacterFormat {
  var declarations: [String] {
    var result: [String] = []
    if let font { result.append("font-family:\(font.cssFamilies)") }
    if let size { result.append("font-size:\(size.css)") }
    if let isBold { result.append("font-weight:\(isBold ? "bold" : "normal")") }
    if let isItalic { result.append("font-style:\(isItalic ? "italic" : "normal")") }
    if let spacing { result.append("letter-spacing:\(spacing.css)") }
    if let color { result.append("color:#\(color)") }
    let lines = [isUnderlined == true ? "underline" : nil, isStruck == true ? "line-through" : nil]
      .compactMap(\.self)
    if !lines.isEmpty { result.append("text-decoration:\(lines.joined(separator: " "))") }
    switch position {
    case .superscript: result.append("vertical-align:super;font-size:.7em;line-height:0")
    case .subscript: result.append("vertical-align:sub;font-size:.7em;line-height:0")
    case nil: break
    }
    return result
  }
}

extension ParagraphFormat {
  var declarations: [String] {
    var result: [String] = []
    if let alignment {
      result.append("text-align:\(alignment == .justified ? "justify" : alignment.rawValue)")
    }
    if let firstLineIndent { result.append("text-indent:\(firstLineIndent.css)") }
    if let hangingIndent { result.append("text-indent:-\(hangingIndent.css)") }
    if let leftIndent { result.append("padding-left:\(leftIndent.css)") }
    if let rightIndent { result.append("padding-right:\(rightIndent.css)") }
    result += ruleAbove?.declarations(at: "top") ?? []
    result += ruleBelow?.declarations(at: "bottom") ?? []
    if let lineHeight { result.append("line-height:\(lineHeight.css)") }
    if let spaceBefore { result.append("margin-top:\(spaceBefore.css)") }
    if let spaceAfter { result.append("margin-bottom:\(spaceAfter.css)") }
    if keepsWithNext == true { result.append("break-after:avoid") }
    if let background { result.append("background-color:#\(background)") }
    return result
  }
}

extension ParagraphFormat {
  /// What another format sets and this one leaves at nothing.
  func declarations(undoing other: ParagraphFormat) -> [String] {
    let indents = firstLineIndent != nil || hangingIndent != nil
    let otherIndents = other.firstLineIndent != nil || other.hangingIndent != nil
    return [
      otherIndents && !indents ? "text-indent:0" : nil,
      other.leftIndent != nil && leftIndent == nil ? "padding-left:0" : nil,
      other.rightIndent != nil && rightIndent == nil ? "padding-right:0" : nil,
      other.spaceBefore != nil && spaceBefore == nil ? "margin-top:0" : nil,
      other.spaceAfter != nil && spaceAfter == nil ? "margin-bottom:0" : nil,
    ].compactMap(\.self)
  }
}

extension Rule {
  /// The line at an edge. CSS's own double line has two of the same width, so one thick and thin is painted.
  func declarations(at edge: String) -> [String] {
    // Each line is painted as an image of one colour, in parts of the whole: two, one and one of four.
    let (first, second): ((start: Int, size: Int), (start: Int, size: Int))
    switch kind {
    case .single:
      return ["border-\(edge):\(width.css) solid #\(color)", "padding-\(edge):\(distance.css)"]
    case .thickThin: (first, second) = ((0, 2), (3, 1))
    case .thinThick: (first, second) = ((0, 1), (2, 2))
    }
    let lines = [first, second].map { line in
      "linear-gradient(#\(color),#\(color)) 0 calc(\(width.css)*\(line.start)/4)/100% "
        + "calc(\(width.css)*\(line.size)/4) no-repeat"
    }
    return [
      "background:\(lines.joined(separator: ","))", "padding-\(edge):calc(\(width.css) + \(distance.css))",
      "print-color-adjust:exact",
    ]
  }
}

extension Font {
  private static let generic: Set<String> = [
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui",
  ]

  /// Quoted names with the generic family last.
  var cssFamilies: String {
    webFamilies.map { Self.generic.contains($0) ? $0 : "\"\($0)\"" }.joined(separator: ",")
  }
}
