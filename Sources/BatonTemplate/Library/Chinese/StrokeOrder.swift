// 姓氏笔画排序: fewer strokes first; of as many, by the kinds of the strokes in turn (横竖撇点折).

package enum StrokeOrder {
  /// The strokes of a character as digits: 1 横 2 竖 3 撇 4 点 5 折; `nil` where the table lacks it.
  package static func strokes(of character: Unicode.Scalar) -> String? { table[character] }

  /// Indices of names in order.
  ///
  /// Characters beyond the surname are needed only where surnames are equal. With `spacesShortNames` a name
  /// of two characters counts as having a space between them, which comes first.
  package static func indices(of names: [String], spacesShortNames: Bool) throws(Fault) -> [Int] {
    let names = names.map { name in Array(name.unicodeScalars.filter { !$0.isPythonSpace }) }
    var order: [Int] = []
    // An insertion sort, stable; lists of names are short and comparing them may fail.
    for index in names.indices {
      var place = order.count
      while place > 0, try precedes(names[index], names[order[place - 1]], spacesShortNames) { place -= 1 }
      order.insert(index, at: place)
    }
    return order
  }

  private static func precedes(_ left: CodePoints, _ right: CodePoints, _ spaces: Bool) throws(Fault) -> Bool
  {
    if spaces, let first = left.first, first == right.first, left.count != right.count,
      min(left.count, right.count) == 2
    {
      return left.count == 2
    }
    for (one, other) in zip(left, right) where one != other {
      let (oneStrokes, otherStrokes) = (try known(one), try known(other))
      if oneStrokes.utf8.count != otherStrokes.utf8.count {
        return oneStrokes.utf8.count < otherStrokes.utf8.count
      }
      if oneStrokes != otherStrokes { return oneStrokes < otherStrokes }
      // The same strokes in the same order: the code decides, so that the order is always the same.
      return one.value < other.value
    }
    return left.count < right.count
  }

  private static func known(_ character: Unicode.Scalar) throws(Fault) -> String {
    guard let strokes = table[character] else {
      throw Fault(
        .value, id: "unknown-stroke-order", "笔顺表里没有「\(character)」字，不能按笔画排序",
        help: "换用别的次序，或者请维护人员把它的笔顺补进表里")
    }
    return strokes
  }

  private static let table: [Unicode.Scalar: String] = {
    var result: [Unicode.Scalar: String] = [:]
    for entry in (surnames + givenNames).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let character = entry.unicodeScalars.first else { continue }
      result[character] = String(entry.dropFirst())
    }
    return result
  }()
}
