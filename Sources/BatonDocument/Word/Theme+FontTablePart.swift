// `word/fontTable.xml` from the theme: where a font is missing, its second name and its looks help Word choose.

package import BatonOffice

extension Theme {
  package var fontTablePart: Markup {
    Namespace.root("w:fonts", fonts.map(\.tableEntry))
  }
}

extension Font {
  /// ECMA-376-1 §17.8.3.10; character set 86 (hexadecimal) is GB 2312.
  fileprivate var tableEntry: Markup {
    Markup(
      "w:font", ["w:name": name],
      [
        alternativeName.map { Markup.value("w:altName", $0) },
        Markup.value("w:panose1", panose), Markup.value("w:charset", "86"),
        Markup.value("w:family", family.rawValue),
        Markup.value("w:pitch", family == .modern ? "fixed" : "variable"),
      ].compactMap(\.self))
  }
}
