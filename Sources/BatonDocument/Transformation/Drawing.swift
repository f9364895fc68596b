// A picture in DrawingML: in the line, or at a side of the text.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The run that shows a picture (ECMA-376-1 §20.4.2).
struct Drawing {
  /// Where a picture floats that the text flows around.
  enum Side: String, CaseIterable {
    case left, right

    init?(className: String) {
      guard let side = Self.allCases.first(where: { $0.className == className }) else { return nil }
      self = side
    }

    var className: String { self == .left ? "环绕居左" : "环绕居右" }
  }

  let side: Side?
  let range: SourceRange
  /// What the picture shows, in words.
  let description: LoweredNodes

  var run: LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:r><w:drawing>" + holderStart, range)
    lowered.append(size("wp:extent"))
    // A picture without a line around it needs no room for one.
    lowered.markup(Markup("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"]).text, range)
    if side != nil { lowered.markup(Markup("wp:wrapSquare", ["wrapText": "bothSides"]).text, range) }
    lowered.append(properties)
    lowered.append(graphic)
    lowered.markup((side == nil ? "</wp:inline>" : "</wp:anchor>") + "</w:drawing></w:r>", range)
    return lowered
  }

  private var holderStart: String {
    let distances = ["distT", "distB", "distL", "distR"]
    var holder = Markup(
      side == nil ? "wp:inline" : "wp:anchor", ["xmlns:wp": Namespace.wordprocessingDrawing])
    for name in distances {
      // 3 mm beside a picture that the text flows around.
      let isBeside = side != nil && (name == "distL" || name == "distR")
      holder.attributes.append(Markup.Attribute(name: name, value: isBeside ? "108000" : "0"))
    }
    guard let side else { return holder.startTag }
    for (name, value) in [
      ("simplePos", "0"), ("relativeHeight", "1"), ("behindDoc", "0"), ("locked", "0"), ("layoutInCell", "1"),
      ("allowOverlap", "0"),
    ] {
      holder.attributes.append(Markup.Attribute(name: name, value: value))
    }
    return holder.startTag + Markup("wp:simplePos", ["x": "0", "y": "0"]).text
      + Markup(
        "wp:positionH", ["relativeFrom": "column"], [Markup("wp:align", text: side.rawValue)]
      ).text
      + Markup(
        "wp:positionV", ["relativeFrom": "paragraph"], [Markup("wp:posOffset", text: "0")]
      ).text
  }

  private func size(_ name: String) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<\(name) cx=\"", range)
    lowered.append(.pictureValue(.width))
    lowered.markup("\" cy=\"", range)
    lowered.append(.pictureValue(.height))
    lowered.markup("\"/>", range)
    return lowered
  }

  /// The id, the name and the description, as `wp:docPr` and `pic:cNvPr` want them.
  private func identity(_ name: String, isDescribed: Bool) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<\(name) id=\"", range)
    lowered.append(.currentNumber(.drawing))
    lowered.markup("\" name=\"图片 ", range)
    lowered.append(.currentNumber(.drawing))
    if isDescribed {
      lowered.markup("\" descr=\"", range)
      lowered.append(description)
    }
    lowered.markup("\"/>", range)
    return lowered
  }

  private var properties: LoweredNodes {
    var lowered = identity("wp:docPr", isDescribed: true)
    let locks = Markup(
      "a:graphicFrameLocks", ["xmlns:a": Namespace.drawingML, "noChangeAspect": "1"])
    lowered.markup(Markup("wp:cNvGraphicFramePr", [:], [locks]).text, range)
    return lowered
  }

  private var graphic: LoweredNodes {
    let picture = Namespace.picture
    var lowered = LoweredNodes()
    lowered.markup(
      Markup("a:graphic", ["xmlns:a": Namespace.drawingML]).startTag
        + Markup("a:graphicData", ["uri": picture]).startTag
        + Markup("pic:pic", ["xmlns:pic": picture]).startTag + "<pic:nvPicPr>", range)
    lowered.append(identity("pic:cNvPr", isDescribed: false))
    lowered.markup("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>", range)
    lowered.append(blip)
    lowered.markup(
      "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>", range)
    lowered.append(size("a:ext"))
    lowered.markup(
      "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
        + "</a:graphic>", range)
    return lowered
  }

  /// The bitmap, and the drawing behind it for programs that show drawings.
  private var blip: LoweredNodes {
    var vector = LoweredNodes()
    vector.markup(
      "<a:extLst>" + Markup("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]).startTag
        + "<asvg:svgBlip xmlns:asvg=\"\(Namespace.svgPicture)\" r:embed=\"", range)
    vector.append(.pictureValue(.vectorRelationship))
    vector.markup("\"/></a:ext></a:extLst>", range)
    var lowered = LoweredNodes()
    lowered.markup("<a:blip r:embed=\"", range)
    lowered.append(.pictureValue(.relationship))
    lowered.markup("\">", range)
    lowered.append(.ifVector(body: vector.nodes))
    lowered.markup("</a:blip>", range)
    return lowered
  }
}
