// A text box that is anchored to a place of the paper: the only way to the foot of a page that Word, WPS and
// LibreOffice all take (LibreOffice passes over floating tables and frames there).
//
// It is drawn as a DrawingML shape, not once more in VML as a fallback: Word since 2010, WPS and LibreOffice read the
// shape, and two copies of its text would have to be kept equal.

internal import BatonOffice

/// The markup round a box's content, from a paragraph without height to its end.
struct AnchoredBox {
  /// Where one of its edges stands.
  struct Place {
    enum Origin: String { case page, margin, paragraph }

    enum Position {
      /// In twips.
      case offset(Int)
      case bottom
    }

    let origin: Origin
    let position: Position

    init(_ origin: Origin, _ position: Position) {
      self.origin = origin
      self.position = position
    }
  }

  let name: String
  let horizontal: Place
  let vertical: Place
  /// In twips.
  let width: Int
  /// In twips; `nil` is what the content needs.
  let height: Int?
  /// Whether text makes room for it.
  let pushesText: Bool
  /// Whether its lines run down the page.
  let isTurned: Bool

  /// Up to the number of the drawing.
  var start: String {
    let alternate = Markup("mc:AlternateContent", ["xmlns:mc": Namespace.compatibility])
    let choice = Markup("mc:Choice", ["xmlns:wps": Namespace.wordprocessingShape, "Requires": "wps"])
    return "<w:p>" + (Markup.hairlineProperties?.text ?? "") + "<w:r>" + alternate.startTag
      + choice.startTag + "<w:drawing>" + anchor.startTag + placing + #"<wp:docPr id=""#
  }

  /// From behind the number to the content.
  var middle: String {
    let graphic = Markup("a:graphic", ["xmlns:a": Namespace.drawingML])
    let data = Markup("a:graphicData", ["uri": Namespace.wordprocessingShape])
    return #"" name="\#(name.escapedForAttribute)"/>"# + Markup("wp:cNvGraphicFramePr").text
      + graphic.startTag + data.startTag + "<wps:wsp>" + Markup("wps:cNvSpPr", ["txBox": "1"]).text
      + shape.text + "<wps:txbx><w:txbxContent>"
  }

  /// Behind the content. There is no fallback: whoever knows no DrawingML (Word 2007) would need the content twice.
  var end: String {
    let isAtFoot = if case .bottom = vertical.position { true } else { false }
    let body = Markup(
      "wps:bodyPr",
      [
        "vert": isTurned ? "vert" : nil, "wrap": "square", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0",
        "anchor": isAtFoot ? "b" : "t",
      ], height == nil ? [Markup("a:spAutoFit")] : [Markup("a:noAutofit")])
    return "</w:txbxContent></wps:txbx>" + body.text + "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
      + "</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
  }

  private var anchor: Markup {
    Markup(
      "wp:anchor",
      [
        "xmlns:wp": Namespace.wordprocessingDrawing, "distT": "0", "distB": "0", "distL": "0", "distR": "0",
        "simplePos": "0", "relativeHeight": "2", "behindDoc": "0", "locked": "0", "layoutInCell": "1",
        "allowOverlap": "1",
      ])
  }

  private var placing: String {
    [
      Markup("wp:simplePos", ["x": "0", "y": "0"]), horizontal.markup("wp:positionH"),
      vertical.markup("wp:positionV"),
      Markup("wp:extent", ["cx": "\(width.emus)", "cy": "\(nominalHeight.emus)"]),
      Markup("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"]),
      Markup(pushesText ? "wp:wrapTopAndBottom" : "wp:wrapNone"),
    ].map(\.text).joined()
  }

  private var shape: Markup {
    Markup(
      "wps:spPr", [:],
      [
        Markup(
          "a:xfrm", [:],
          [
            Markup("a:off", ["x": "0", "y": "0"]),
            Markup("a:ext", ["cx": "\(width.emus)", "cy": "\(nominalHeight.emus)"]),
          ]),
        Markup("a:prstGeom", ["prst": "rect"], [Markup("a:avLst")]), Markup("a:noFill"),
        Markup("a:ln", [:], [Markup("a:noFill")]),
      ])
  }

  /// A box that takes the height of its content must name one all the same: a line's.
  private var nominalHeight: Int { height ?? 579 }
}

extension AnchoredBox {
  /// A box of the theme on an upright page; one that is wider than the text is centred on it.
  init(_ box: BoxStyle, on page: Theme.Page) {
    let width = box.width?.twips ?? page.textWidth
    let vertical =
      switch box.position {
      case .here: Place(.paragraph, .offset(0))
      case .textFoot: Place(.margin, .bottom)
      case .paperTop: Place(.page, .offset(box.distance.twips))
      case .paperFoot: Place(.page, .offset(page.height.twips - box.distance.twips))
      }
    self.init(
      name: box.name, horizontal: Place(.margin, .offset((page.textWidth - width) / 2)), vertical: vertical,
      width: width, height: nil, pushesText: box.pushesText, isTurned: false)
  }
}

extension AnchoredBox.Place {
  fileprivate func markup(_ name: String) -> Markup {
    let place =
      switch position {
      case .offset(let twips): Markup("wp:posOffset", text: "\(twips.emus)")
      case .bottom: Markup("wp:align", text: "bottom")
      }
    return Markup(name, ["relativeFrom": origin.rawValue], [place])
  }
}

extension Int {
  /// Twips as English metric units: 914,400 to an inch.
  fileprivate var emus: Int { self * 635 }
}
