// Fields: what Word computes when it lays out the page.

/// A complex field (ECMA-376-1 §17.16.18).
package enum Field: String, Sendable {
  case page = "PAGE"
  case pageCount = "NUMPAGES"

  /// The runs of the field, each with the given properties; `1` stands until Word computes it.
  package func runs(_ properties: Markup?) -> [Markup] {
    let run = { (content: Markup) in Markup("w:r", [:], [properties, content].compactMap(\.self)) }
    return [
      run(Markup("w:fldChar", ["w:fldCharType": "begin"])),
      run(Markup("w:instrText", ["xml:space": "preserve"], text: " \(rawValue) ")),
      run(Markup("w:fldChar", ["w:fldCharType": "separate"])),
      run(Markup("w:t", text: "1")),
      run(Markup("w:fldChar", ["w:fldCharType": "end"])),
    ]
  }
}
