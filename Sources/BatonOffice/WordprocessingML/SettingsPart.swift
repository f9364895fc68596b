// The document's settings (ECMA-376-1 §17.15), as Chinese official documents need them.

extension Markup {
  /// `word/settings.xml`: duplex pages, no expanded lines before a line break, Word 2013 layout.
  package static var documentSettings: Markup {
    Namespace.root(
      "w:settings",
      [
        Markup("w:zoom", ["w:percent": "100"]),
        Markup("w:removePersonalInformation"),
        Markup("w:mirrorMargins"),
        Markup.value("w:defaultTabStop", "640"),
        Markup("w:evenAndOddHeaders"),
        Markup.value("w:characterSpacingControl", "compressPunctuation"),
        Markup(
          "w:compat", [:],
          [
            Markup("w:doNotExpandShiftReturn"), Markup("w:useFELayout"),
            Markup(
              "w:compatSetting",
              [
                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                "w:val": "15",
              ]),
          ]),
        Markup("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]),
        Markup(
          "w:clrSchemeMapping",
          [
            "w:bg1": "light1", "w:t1": "dark1", "w:bg2": "light2", "w:t2": "dark2", "w:accent1": "accent1",
            "w:accent2": "accent2", "w:accent3": "accent3", "w:accent4": "accent4", "w:accent5": "accent5",
            "w:accent6": "accent6", "w:hyperlink": "hyperlink", "w:followedHyperlink": "followedHyperlink",
          ]),
        Markup.value("w:decimalSymbol", "."),
        Markup.value("w:listSeparator", ","),
      ])
  }

  /// `word/webSettings.xml`
  package static var webSettings: Markup {
    Namespace.root("w:webSettings", [Markup("w:optimizeForBrowser"), Markup("w:allowPNG")])
  }
}
