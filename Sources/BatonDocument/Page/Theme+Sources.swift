// `data-source`: what a page says of a figure when it is clicked or reached by the keyboard; never in print.

extension Theme {
  func addSources(to sheet: inout StyleSheet) {
    sheet.rule("[data-source]", ["position:relative", "cursor:help"])
    sheet.rule(
      "[data-source]:focus::after",
      [
        "content:attr(data-source)", "position:absolute", "z-index:1", "top:100%", "right:0",
        "width:max-content", "max-width:28em", "padding:.5em", "border:1px solid", "background:Canvas",
        "color:CanvasText", "font-size:11pt", "line-height:1.5", "text-align:left", "white-space:pre-wrap",
      ])
  }
}
