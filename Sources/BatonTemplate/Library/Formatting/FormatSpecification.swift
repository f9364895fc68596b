// What stands behind the colon in `"{:>8,.2f}".format(…)`: Python's format specification.

/// A parsed specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
package struct FormatSpecification: Sendable {
  package var fill: Unicode.Scalar = " "
  /// One of `< > ^ =`, if written.
  package var alignment: Unicode.Scalar?
  package var sign: Unicode.Scalar?
  package var avoidsNegativeZero = false
  package var alternate = false
  package var zero = false
  package var width: Int?
  package var grouping: Unicode.Scalar?
  package var precision: Int?
  package var type: Unicode.Scalar?

  package var isEmpty = false

  package init(_ text: String) throws(Fault) {
    var points = text.points[...]
    isEmpty = points.isEmpty
    func isAlignment(_ point: Unicode.Scalar?) -> Bool {
      point.map { "<>=^".unicodeScalars.contains($0) } ?? false
    }
    if isAlignment(points.dropFirst().first), let first = points.first {
      fill = first
      alignment = points.dropFirst().first
      points.removeFirst(2)
    } else if isAlignment(points.first) {
      alignment = points.removeFirst()
    }
    if let first = points.first, "+- ".unicodeScalars.contains(first) { sign = points.removeFirst() }
    if points.first == "z" {
      avoidsNegativeZero = true
      points.removeFirst()
    }
    if points.first == "#" {
      alternate = true
      points.removeFirst()
    }
    if points.first == "0" {
      zero = true
      points.removeFirst()
    }
    width = try Self.number(&points)
    if let first = points.first, first == "," || first == "_" { grouping = points.removeFirst() }
    if grouping != nil, let next = points.first, next == "," || next == "_" {
      throw Fault(.value, "格式「\(text)」里分节符写了两个")
    }
    if points.first == "." {
      points.removeFirst()
      precision = try Self.number(&points)
      guard precision != nil else { throw Fault(.value, "格式「\(text)」的小数点后缺位数") }
    }
    type = points.popFirst()
    guard points.isEmpty else { throw Fault(.value, "格式「\(text)」看不懂", help: "例：{:>8}、{:,.2f}、{:.1%}") }
  }

  private static func number(_ points: inout CodePoints.SubSequence) throws(Fault) -> Int? {
    var value: Int?
    while let digit = points.first, let number = digit.decimalValue {
      value = (value ?? 0) * 10 + number
      guard value ?? 0 <= PercentFormat.widthLimit else { throw Fault(.overflow, "格式里的宽度或位数太大") }
      points.removeFirst()
    }
    return value
  }

  func unknownType(for kind: String) -> Fault {
    Fault(.value, "\(kind)不能用格式「\(type.map { String(Character($0)) } ?? "")」")
  }
}
