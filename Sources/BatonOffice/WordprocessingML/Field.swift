// Fields: what Word computes when it lays out the page.

/// A complex field (ECMA-376-1 §17.16.18).
package enum Field: String, Sendable {
  case page = "PAGE"
  case pageCount = "NUMPAGES"

  /// What the runs of the field hold, one each; `1` stands until Word computes it.
  package var contents: [Markup] {
    [
      Markup("w:fldChar", ["w:fldCharType": "begin"]),
      Markup("w:instrText", ["xml:space": "preserve"], text: " \(rawValue) "),
      Markup("w:fldChar", ["w:fldCharType": "separate"]),
      Markup("w:t", text: "1"),
      Markup("w:fldChar", ["w:fldCharType": "end"]),
    ]
  }
}
