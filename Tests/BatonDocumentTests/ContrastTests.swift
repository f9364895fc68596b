// Colours of the page against what they stand on, as WCAG 2.2 reckons (1.4.3 contrast, level AA).

import BatonDocument
import Foundation
import Testing

@Suite struct `Contrast of the page` {
  /// A colour in sRGB, from 0 to 1.
  private struct Color: CustomStringConvertible {
    var channels: [Double]

    init(_ channels: [Double]) { self.channels = channels }

    /// `RRGGBB` or `RGB`.
    init?(_ hexadecimal: Substring) {
      let digits = hexadecimal.count == 3 ? hexadecimal.flatMap { [$0, $0] } : Array(hexadecimal)
      guard digits.count == 6, let value = Int(String(digits), radix: 16) else { return nil }
      channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { Double($0) / 255 }
    }

    /// CSS's `color-mix(in srgb, …)`.
    func mixed(_ share: Double, with other: Color) -> Color {
      Color(zip(channels, other.channels).map { $0 * share + $1 * (1 - share) })
    }

    var luminance: Double {
      let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    func contrast(with other: Color) -> Double {
      let lights = [luminance, other.luminance].sorted()
      return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    var description: String { channels.map { String(Int($0 * 255)) }.joined(separator: ",") }

    /// To the power of 2.4: the fifth root of the twelfth power, by Newton's method.
    private func power(_ base: Double) -> Double {
      let wanted = (0..<12).reduce(1.0) { product, _ in product * base }
      var root = base
      for _ in 0..<60 {
        root -= (root * root * root * root * root - wanted) / (5 * root * root * root * root)
      }
      return root
    }
  }

  /// The part of the style sheet that holds under a condition, or all that holds always.
  private func rules(under condition: String?) throws -> String {
    let css = try theme.styleSheet
    guard let condition else {
      return String(css.prefix(upTo: try #require(css.range(of: "@media")).lowerBound))
    }
    let start = try #require(css.range(of: "@media \(condition){\n")).upperBound
    let rest = css[start...]
    return String(rest.prefix(upTo: try #require(rest.range(of: "\n}\n")).lowerBound))
  }

  private func colors(_ property: String, in rules: String) -> [(Color, String)] {
    rules.split(separator: "\n").flatMap { rule -> [(Color, String)] in
      guard let open = rule.firstIndex(of: "{") else { return [] }
      let selector = String(rule[..<open])
      return rule[rule.index(after: open)...].dropLast().split(separator: ";").compactMap { declaration in
        let prefix = "\(property):"
        guard declaration.hasPrefix(prefix) else { return nil }
        let value = declaration.dropFirst(prefix.count)
        if value.hasPrefix("#") { return Color(value.dropFirst()).map { ($0, selector) } }
        guard let mix = value.wholeMatch(of: /color-mix\(in srgb,#(\w+) (\d+)%,#(\w+)\)/),
          let first = Color(mix.output.1), let second = Color(mix.output.3), let share = Double(mix.output.2)
        else { return nil }
        return (first.mixed(share / 100, with: second), selector)
      }
    }
  }

  @Test func `black on white is twenty-one to one, grey is what the standard's own example says`() throws {
    let white = try #require(Color("FFFFFF"))
    #expect(abs(try #require(Color("000000")).contrast(with: white) - 21) < 0.001)
    // #767676 is the lightest grey that passes on white, 4.54 to one.
    #expect(abs(try #require(Color("767676")).contrast(with: white) - 4.54) < 0.01)
  }

  @Test(arguments: [nil, "screen and (prefers-color-scheme:dark)"])
  func `reaches 4_5 to 1 for text, 3 to 1 for a head`(condition: String?) throws {
    let rules = try rules(under: condition)
    let paper = try #require(Color(condition == nil ? "FFFFFF" : "1B1E21"))
    let ink = try #require(Color(condition == nil ? "1A1A1A" : "E6E4E0"))
    let texts = [(ink, "body")] + colors("color", in: rules)
    let grounds = [(paper, "paper")] + colors("background-color", in: rules)
    #expect(texts.count > 4 && grounds.count > 2)
    for (text, selector) in texts {
      // Heads have their size from the data, 18 points and more but for the longest names: large text.
      let isHead = selector == "p.发文机关标志"
      for (ground, behind) in grounds where !isHead || behind == "paper" {
        let contrast = text.contrast(with: ground)
        #expect(contrast >= (isHead ? 3 : 4.5), "\(selector) \(text) on \(behind) \(ground): \(contrast)")
      }
    }
  }
}
