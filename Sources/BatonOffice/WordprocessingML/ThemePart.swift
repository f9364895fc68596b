// The DrawingML theme that Word expects beside a document (ECMA-376-1 §20.1.6): plain, and used by nothing.

extension Markup {
  /// `word/theme/theme1.xml` with black, white and greys, and one font for all scripts.
  package static func drawingTheme(font: String) -> Markup {
    Markup(
      "a:theme", ["xmlns:a": Namespace.drawingML, "name": "Baton"],
      [
        Markup("a:themeElements", [:], [colorScheme, fontScheme(font), formatScheme])
      ])
  }

  private static var colorScheme: Markup {
    let colors = [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "333333"), ("lt2", "EEEEEE"), ("accent1", "C00000"),
      ("accent2", "0B5394"), ("accent3", "38761D"), ("accent4", "7F6000"), ("accent5", "4C1130"),
      ("accent6", "666666"), ("hlink", "0B5394"), ("folHlink", "4C1130"),
    ]
    return Markup(
      "a:clrScheme", ["name": "Baton"],
      colors.map { Markup("a:\($0)", [:], [Markup("a:srgbClr", ["val": $1])]) })
  }

  private static func fontScheme(_ font: String) -> Markup {
    let faces = [
      Markup("a:latin", ["typeface": font]), Markup("a:ea", ["typeface": font]),
      Markup("a:cs", ["typeface": font]),
    ]
    return Markup(
      "a:fontScheme", ["name": "Baton"],
      [Markup("a:majorFont", [:], faces), Markup("a:minorFont", [:], faces)])
  }

  /// The schema wants three of each.
  private static var formatScheme: Markup {
    let fill = Markup("a:solidFill", [:], [Markup("a:schemeClr", ["val": "phClr"])])
    let line = Markup("a:ln", ["w": "6350"], [fill, Markup("a:prstDash", ["val": "solid"])])
    let effect = Markup("a:effectStyle", [:], [Markup("a:effectLst")])
    return Markup(
      "a:fmtScheme", ["name": "Baton"],
      [
        Markup("a:fillStyleLst", [:], [fill, fill, fill]),
        Markup("a:lnStyleLst", [:], [line, line, line]),
        Markup("a:effectStyleLst", [:], [effect, effect, effect]),
        Markup("a:bgFillStyleLst", [:], [fill, fill, fill]),
      ])
  }
}
