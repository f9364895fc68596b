// 是不是想写: the nearest known word to one that is not known.

/// Finds what a user probably meant.
public enum Suggestion {
  /// The candidate nearest to a word, or `nil` if none is near enough.
  ///
  /// Near is: at most a third of the word's characters changed, and at least one kept. Ties go to the
  /// candidate that comes first.
  public static func nearest<Candidates: Sequence<String>>(to word: String, among candidates: Candidates)
    -> String?
  {
    let letters = Array(word)
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate)
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = editDistance(letters, other)
      guard distance <= limit, distance < max(letters.count, other.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Optimal string alignment: insertions, deletions, changes and swaps of neighbours count one each.
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int]()
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
