// What the type can show: characters that a font has no glyph for, and fonts that official documents don't use.

package import BatonDiagnostics
internal import Foundation

extension Lint {
  /// Characters that their font lacks: names above all (堃、镕、玥), which the printer sets from another font or not
  /// at all. Where the file doesn't say the font, it is taken for that of the text, 仿宋_GB2312.
  package static func glyphs(_ text: FinishedText) -> [Diagnostic] {
    var seen: Set<Unicode.Scalar> = []
    return (text.spoken + text.margins).flatMap { paragraph in
      let faces =
        paragraph.faces.isEmpty
        ? [FinishedText.Face(text: paragraph.text, font: "仿宋_GB2312")] : paragraph.faces
      return faces.flatMap { face in
        face.text.unicodeScalars.compactMap { scalar -> Diagnostic? in
          guard scalar.isIdeograph, !face.has(scalar), seen.insert(scalar).inserted else { return nil }
          let code = String(scalar.value, radix: 16, uppercase: true)
          return Diagnostic(
            "missing-glyph", .warning,
            "「\(paragraph.text.around(scalar))」里的「\(scalar)」（U+\(code)）不在\(face.font)的字库里",
            at: paragraph.place, help: "换用字库更大的字体（如方正仿宋_GBK）印这个字，并核对印出来的样子")
        }
      }
    }
  }

  /// Fonts beside those of official documents, each where it is first used.
  package static func fonts(_ text: FinishedText) -> [Diagnostic] {
    var seen: Set<String> = []
    return (text.spoken + text.margins).flatMap { paragraph in
      paragraph.faces.compactMap { face -> Diagnostic? in
        guard !officialFonts.contains(face.font), seen.insert(face.font).inserted else { return nil }
        return Diagnostic(
          "unusual-font", .warning, "「\(face.text.prefix(12))」用了公文不用的字体「\(face.font)」", at: paragraph.place,
          help: "公文用小标宋、仿宋、楷体、黑体，页码用宋体")
      }
    }
  }

  private static let officialFonts: Set<String> = [
    "仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体", "楷体_GB2312", "楷体",
    "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体", "黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "宋体",
    "SimSun", "方正书宋_GBK", "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "Times New Roman",
  ]

  /// The fonts that have the 6,763 characters of GB 2312 and no more.
  fileprivate static let smallFonts: Set<String> = [
    "仿宋_GB2312", "FangSong_GB2312", "楷体_GB2312", "KaiTi_GB2312", "方正小标宋简体", "FZXiaoBiaoSong-B05S",
    "方正仿宋简体", "方正楷体简体", "方正黑体简体",
  ]
}

extension FinishedText.Face {
  /// Whether the font has a glyph: GB 2312's, or those of GBK (U+4E00 to U+9FA5).
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool {
    Lint.smallFonts.contains(font) ? scalar.isInGB2312 : (0x4E00...0x9FA5).contains(scalar.value)
  }
}

extension Unicode.Scalar {
  /// A Han character that a font must have.
  fileprivate var isIdeograph: Bool {
    (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }

  /// GB 2312's Han characters are those of GB 18030 with two bytes, the first B0 to F7 and the second from A1.
  fileprivate var isInGB2312: Bool {
    // `kCFStringEncodingGB_18030_2000` (0x0632) as Foundation numbers encodings of Core Foundation.
    let bytes = String(self).data(using: String.Encoding(rawValue: 0x8000_0632)).map(Array.init) ?? []
    guard bytes.count == 2 else { return false }
    return (0xB0...0xF7).contains(bytes[0]) && bytes[1] >= 0xA1 && !(bytes[0] == 0xD7 && bytes[1] >= 0xFA)
  }
}

extension String {
  /// A few characters round the first of its kind.
  fileprivate func around(_ scalar: Unicode.Scalar) -> String {
    let scalars = Array(unicodeScalars)
    guard let index = scalars.firstIndex(of: scalar) else { return self }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[max(0, index - 3)..<min(scalars.count, index + 4)])
    return String(view)
  }
}
