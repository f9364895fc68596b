// What the type can show: characters that 仿宋_GB2312 has no glyph for, and fonts that the standard doesn't name.

package import BatonDiagnostics
internal import Foundation

extension Lint {
  /// Characters outside GB 2312: names above all (堃、镕、玥), which the printer sets from another font or not at all.
  package static func glyphs(_ text: FinishedText) -> [Diagnostic] {
    var seen: Set<Unicode.Scalar> = []
    return text.spoken.flatMap { paragraph in
      paragraph.text.unicodeScalars.compactMap { scalar -> Diagnostic? in
        guard scalar.isIdeograph, !scalar.isInGB2312, seen.insert(scalar).inserted else { return nil }
        let code = String(scalar.value, radix: 16, uppercase: true)
        return Diagnostic(
          "missing-glyph", .warning,
          "「\(paragraph.text.around(scalar))」里的「\(scalar)」（U+\(code)）不在仿宋_GB2312 的字库里",
          at: paragraph.place, help: "换用字库更大的字体（如方正仿宋_GBK）印这个字，并核对印出来的样子")
      }
    }
  }

  /// Fonts beside those of official documents.
  package static func fonts(_ text: FinishedText) -> [Diagnostic] {
    text.fonts.filter { !officialFonts.contains($0) }.map { font in
      Diagnostic(
        "unusual-font", .warning, "文档用了公文不用的字体「\(font)」", at: .file(text.file), help: "公文用小标宋、仿宋、楷体、黑体，页码用宋体")
    }
  }

  private static let officialFonts: Set<String> = [
    "仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体简体",
    "黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "宋体", "SimSun", "方正书宋_GBK", "方正小标宋简体", "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05S", "Times New Roman",
  ]
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
