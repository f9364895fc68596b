// The size of an SVG drawing: its width and height, else its view box.

internal import BatonDiagnostics
internal import BatonXML

extension ImageHeader {
  /// SVG 2 §8.2; in pixels of CSS.
  static func svgSize(_ file: [UInt8]) -> (width: Int, height: Int)? {
    guard let tree = try? XMLTree(parsing: Source(name: "", bytes: file)), let root = tree.root,
      root.localName == "svg", root.namespace == "http://www.w3.org/2000/svg"
    else { return nil }
    let box = (tree.value(of: "viewBox", in: root) ?? "").split { " ,\t\n\r".contains($0) }
      .compactMap { Double($0) }
    let width = tree.value(of: "width", in: root).flatMap(pixels)
    let height = tree.value(of: "height", in: root).flatMap(pixels)
    switch (width, height, box.count == 4) {
    case (let width?, let height?, _): return rounded(width, height)
    case (let width?, nil, true) where box[2] > 0: return rounded(width, width * box[3] / box[2])
    case (nil, let height?, true) where box[3] > 0: return rounded(height * box[2] / box[3], height)
    case (nil, nil, true): return rounded(box[2], box[3])
    // What CSS gives to a replaced element without a size.
    default: return (300, 150)
    }
  }

  private static func rounded(_ width: Double, _ height: Double) -> (width: Int, height: Int)? {
    guard width > 0, height > 0, width < 1e6, height < 1e6 else { return nil }
    return (max(1, Int(width.rounded())), max(1, Int(height.rounded())))
  }

  /// A length of CSS in pixels; `nil` for shares of what holds the drawing.
  private static func pixels(_ text: String) -> Double? {
    for (unit, scale) in [("px", 1), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("pt", 96 / 72), ("in", 96.0)]
    where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * scale }
    }
    return Double(text)
  }
}
