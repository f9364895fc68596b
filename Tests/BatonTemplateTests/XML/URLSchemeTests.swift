// Which URLs may be printed.

import Testing

@testable import BatonTemplate

@Suite struct URLSchemeTests {
  @Test(arguments: [
    ("a.html", true), ("#a", true), ("/a:b", true), ("?a:b", true), ("http://a", true), ("HTTPS://a", true),
    ("mailto:a@b", true), ("tel:1", true), ("", true), ("javascript:alert(1)", false),
    ("JaVaScRiPt:alert(1)", false), (" javascript:x", false), ("java\nscript:x", false),
    ("\u{1}javascript:x", false),
    ("data:text/html,x", false), ("file:///etc/passwd", false), ("vbscript:x", false), ("甲:乙", true),
  ])
  func `only harmless schemes pass`(url: String, isHarmless: Bool) {
    #expect(URLScheme.isHarmless(url) == isHarmless)
  }

  @Test(arguments: [("", false), ("a", false), ("https", false), ("https:", true), ("#", true), ("a/", true)])
  func `a beginning settles the scheme or not`(beginning: String, isSettled: Bool) {
    #expect(URLScheme.isSettled(by: beginning) == isSettled)
  }
}
