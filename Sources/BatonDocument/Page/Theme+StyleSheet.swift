// The page's one style sheet from the theme: a card of paper on the screen, the standard's sheet in print.

extension Theme {
  /// The content of the page's `<style>`; the page needs no other file.
  package var styleSheet: String {
    var sheet = StyleSheet()
    addBase(to: &sheet)
    addStyles(to: &sheet)
    addTables(to: &sheet)
    addLists(to: &sheet)
    addBoxes(to: &sheet)
    addMeasures(to: &sheet)
    sheet.group("@media screen") {
      addScreen(to: &$0)
      addSources(to: &$0)
    }
    sheet.group("@media screen and (max-width:60em)") { addPhone(to: &$0) }
    sheet.group("@media screen and (prefers-color-scheme:dark)") { addDarkness(to: &$0) }
    addSheets(to: &sheet)
    sheet.group("@media print") { addPrint(to: &$0) }
    return sheet.text
  }

  /// What all text has: the grid, and no gap between Chinese and Latin.
  private func addBase(to sheet: inout StyleSheet) {
    let basis = paragraphStyle(named: "基准")
    var character = basis?.resolvedCharacter ?? CharacterFormat()
    character.spacing = character.spacing ?? characterSpacing
    sheet.rule(":root", ["color-scheme:light dark"])
    sheet.rule("*", ["box-sizing:border-box"])
    sheet.rule(
      "body",
      ["margin:0"] + character.declarations + (basis?.resolvedParagraph.declarations ?? [])
        + ["line-break:strict", "text-autospace:no-autospace", "overflow-wrap:break-word"])
    sheet.rule(
      "p,h1,h2,h3,h4,h5,h6,ul,ol,dl,dd,figure,blockquote,pre",
      ["margin:0", "font-weight:normal", "text-indent:0"])
    sheet.rule("h1", ["text-wrap:balance"])
    // A tab stop every two characters, as in Word.
    sheet.rule("span.tab::before", [#"content:"\2003\2003""#])
    // Dots from the text before it to the text after it, which stands at the right edge.
    sheet.rule("p:has(>span.引线)", ["display:flex", "text-indent:0"])
    sheet.rule("span.tab.引线", ["flex:1", "margin:0 .3em .5em", "border-bottom:.1em dotted"])
    sheet.rule("span.tab.引线::before", ["content:none"])
    sheet.rule("nav.toc ul", ["list-style:none"])
    sheet.rule("nav.toc li::marker", ["content:''"])
    sheet.rule("img", ["max-width:100%", "height:auto", "vertical-align:bottom"])
    sheet.rule("img.环绕居左", ["float:left", "margin:0 3mm 0 0"])
    sheet.rule("img.环绕居右", ["float:right", "margin:0 0 0 3mm"])
    sheet.rule("hr.page", ["border:0", "margin:0", "height:0"])
    sheet.rule("section>header", ["margin-bottom:14pt"])
    sheet.rule("section>footer", ["margin-top:14pt"])
  }

  private func addStyles(to sheet: inout StyleSheet) {
    for style in paragraphStyles where !style.selectors.isEmpty {
      for selector in style.selectors {
        // A class replaces what the plain element has; in CSS it would add to it.
        let plain = selector.className == nil ? nil : paragraphStyle(for: selector.element)
        let undone = plain.map { style.resolvedParagraph.declarations(undoing: $0.resolvedParagraph) } ?? []
        sheet.rule(
          selector.text,
          style.resolvedParagraph.declarations + undone + style.resolvedCharacter.declarations
            + style.resolvedParagraph.cellDeclarations(of: selector))
        if style.resolvedParagraph.joinsItsOwn == true {
          sheet.rule("\(selector.text):has(+\(selector.text))", ["margin-bottom:0"])
          sheet.rule("\(selector.text)+\(selector.text)", ["margin-top:0"])
        }
      }
    }
    // In cells, items, headers and footers a plain paragraph has the container's style.
    sheet.rule(
      ["td", "th", "li", "dd", "blockquote", "header", "footer"].map { "\($0) p:not([class])" }.joined(
        separator: ","),
      [
        "font:inherit", "line-height:inherit", "letter-spacing:inherit", "text-align:inherit",
        "text-indent:inherit",
      ])
    for style in characterStyles where !style.selectors.isEmpty {
      sheet.rule(style.selectors.map(\.text).joined(separator: ","), style.format.declarations)
    }
  }

  private func addTables(to sheet: inout StyleSheet) {
    sheet.rule(
      "table",
      ["border-collapse:collapse", "width:100%", "margin:0 auto", "break-inside:auto", "border-spacing:0"])
    sheet.rule("thead", ["display:table-header-group"])
    sheet.rule("tr", ["break-inside:avoid"])
    sheet.rule("th", ["font-weight:normal", "vertical-align:middle"])
    sheet.rule("td", ["vertical-align:middle"])
    for style in tableStyles {
      for selector in style.selectors {
        let cells = ["th", "td"].map { "\(selector.text)>*>tr>\($0),\(selector.text)>tr>\($0)" }
        // No more specific than a plain element: a cell's own style has the last word on its indents.
        sheet.rule(
          ":where(\(cells.joined(separator: ",")))",
          style.rules.cellDeclarations + ["padding:0 \(style.cellMargin.css)"])
        sheet.rule(selector.text, style.rules.tableDeclarations)
      }
    }
  }

  private func addScreen(to sheet: inout StyleSheet) {
    let margins = "\(page.top.css) \(page.outside.css) \(page.bottom.css) \(page.inside.css)"
    let wide = landscapePage
    sheet.rule("body", ["background:#e9eaec", "color:#1a1a1a", "padding:8mm 0"])
    sheet.rule(
      "section.page,body:not(:has(section.page))",
      [
        "background:#fff", "width:\(page.width.css)", "min-height:\(page.height.css)", "max-width:100%",
        "margin:0 auto 8mm",
        "padding:\(margins)", "box-shadow:0 1px 6px rgba(0,0,0,.25)",
      ])
    sheet.rule(
      "section.page.横排",
      [
        "width:\(wide.width.css)", "min-height:\(wide.height.css)",
        "padding:\(wide.top.css) \(wide.outside.css) \(wide.bottom.css) \(wide.inside.css)",
      ])
    sheet.rule("hr.page", ["border-top:1px dashed #888", "margin:8mm 0"])
  }

  private func addPhone(to sheet: inout StyleSheet) {
    sheet.rule("body", ["padding:0"])
    sheet.rule(
      "section.page,section.page.横排,body:not(:has(section.page))",
      [
        "width:auto", "min-height:0", "margin:0 0 1em", "padding:1.2em 1em", "box-shadow:none",
        "overflow-x:auto",
      ])
    sheet.rule("p,li", ["line-height:1.8"])
    sheet.rule("h1", ["font-size:1.35em", "line-height:1.5"])
    // Lines made for paper; a phone makes its own.
    sheet.rule("h1 br", ["display:none"])
    // A head that fills a line of paper, 442 points, fills the line of a phone.
    sheet.rule("p[style*=--字号]", ["font-size:calc((100vw - 2.2em)/450*var(--字号))", "margin-top:1em"])
    // Wide tables stay as wide as can be read; the sheet is pushed aside under them.
    sheet.rule("section.page.横排 table", ["min-width:170mm"])
    sheet.rule("div[class]", ["margin-inline:0", "width:auto", "height:auto"])
    sheet.rule("section>footer.first", ["display:none"])
  }

  private func addDarkness(to sheet: inout StyleSheet) {
    sheet.rule("body", ["background:#101214", "color:#e6e4e0"])
    sheet.rule("section.page,body:not(:has(section.page))", ["background:#1b1e21", "box-shadow:none"])
    for style in paragraphStyles {
      guard let background = style.resolvedParagraph.background, !style.selectors.isEmpty else { continue }
      sheet.rule(
        style.selectors.map(\.text).joined(separator: ","),
        ["background-color:color-mix(in srgb,#\(background) 12%,#1b1e21)"])
    }
    // Colours chosen for white paper are mixed with white until they read on the dark sheet.
    let coloured =
      characterStyles.map { ($0.selectors, $0.format.color) }
      + paragraphStyles.map { ($0.selectors, $0.resolvedCharacter.color) }
    for (selectors, color) in coloured {
      guard let color, !selectors.isEmpty else { continue }
      sheet.rule(
        selectors.map(\.text).joined(separator: ","), ["color:color-mix(in srgb,#\(color) 45%,#fff)"])
    }
  }
}

extension ParagraphFormat {
  /// Cells have no margins on the page: space above their text is room within them.
  fileprivate func cellDeclarations(of selector: StyleSelector) -> [String] {
    guard ["td", "th"].contains(selector.element), let spaceBefore else { return [] }
    return ["padding-top:\(spaceBefore.css)"]
  }
}

extension TableStyle.Rules {
  /// The rules between cells.
  fileprivate var cellDeclarations: [String] {
    ["border-inline:\(upright.cssRule)", "border-block:\(betweenRows.cssRule)"]
  }

  /// The rules round the table; a cell's own would lie under them.
  fileprivate var tableDeclarations: [String] {
    ["border-top:\(top.cssRule)", "border-bottom:\(bottom.cssRule)"]
  }
}

extension Length? {
  fileprivate var cssRule: String { map { "\($0.css) solid" } ?? "0" }
}
