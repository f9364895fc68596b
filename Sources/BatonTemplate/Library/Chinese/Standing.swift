// 名次: places in an order, with ties sharing theirs.

package enum Standing {
  package enum Method: String, Sendable {
    /// 1, 1, 3
    case competition
    /// 1, 1, 2
    case dense

    package init?(named name: String) {
      switch name {
      case "competition", "并列占位": self = .competition
      case "dense", "并列不占位": self = .dense
      default: return nil
      }
    }
  }

  /// The ranks of items that stand in order; `tie` says whether an item equals the one before it.
  package static func ranks(
    count: Int, _ method: Method, tie: (Int) throws(Fault) -> Bool
  ) throws(Fault) -> [Int] {
    var ranks: [Int] = []
    for index in 0..<count {
      guard let last = ranks.last, try tie(index) else {
        ranks.append(method == .competition ? index + 1 : (ranks.last ?? 0) + 1)
        continue
      }
      ranks.append(last)
    }
    return ranks
  }

  /// How many rows each row's cell spans: the length of a run of equal rows at its first, 0 at the others.
  package static func spans(count: Int, same: (Int) throws(Fault) -> Bool) throws(Fault) -> [Int] {
    var spans = [Int](repeating: 0, count: count)
    var start = 0
    for index in 0..<count {
      if index > 0, try !same(index) { start = index }
      spans[start] += 1
    }
    return spans
  }
}
