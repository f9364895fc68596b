// Markup that comes in as data.

import Testing

@testable import BatonTemplate

@Suite struct MarkupValueTests {
  @Test(arguments: [
    ("<b>x</b>", "<b>x</b>", Kind.inline), ("甲<br/>乙", "甲<br>乙", .inline),
    ("<p>一</p><p/>", "<p>一</p><p></p>", .block),
    ("a &amp; &lt;b&gt; &copy;", "a &amp; &lt;b&gt; ©", .text), ("{{ x }}{% y %}", "{{ x }}{% y %}", .text),
    ("<a href=\"https://a/?b&amp;c\">甲</a>", "<a href=\"https://a/?b&amp;c\">甲</a>", .inline),
    ("", "", .nothing),
    ("<tr><td>甲</td></tr>", "<tr><td>甲</td></tr>", .row),
  ])
  func `harmless markup is printed as HTML5`(characters: String, html: String, kind: Kind) throws {
    let value = try MarkupValue(characters)
    #expect(value.html == html)
    #expect(value.kind == kind)
  }

  @Test(arguments: [
    "<p>一</p><p>二", "<script>", "<script/>", "<img src=\"a\" alt=\"\"/>", "<b onclick=\"x\"/>",
    "<p style=\"x\"/>",
    "<p id=\"x\"/>", "<section/>", "<span class=\"footnote\">x</span>", "<a href=\"javascript:x\">x</a>",
    "<iframe/>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<!DOCTYPE a><b/>", "&nope;", "<ul>甲</ul>",
    "<p><table/></p>x</p>", "<b", "\u{1}",
  ])
  func `anything else is refused`(characters: String) {
    #expect(throws: MarkupValue.Fault.self) { _ = try MarkupValue(characters) }
  }
}
