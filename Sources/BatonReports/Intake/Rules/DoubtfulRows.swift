// A row whose key can't be wholly read may be the very row that seems to be missing.

/// Keys of which parts can't be told; each stands in for one row that is looked for in vain.
struct DoubtfulRows {
  private var keys: [[String?]]

  /// Takes keys of which some part is `nil`.
  init(_ keys: [[String?]]) { self.keys = keys }

  /// Whether a doubtful row may be the one with this key; it can be no other then.
  ///
  /// A part that is `nil` on either side agrees with anything.
  mutating func standInFor(_ key: [String?]) -> Bool {
    let position = keys.firstIndex { candidate in
      zip(candidate, key).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
    guard let position else { return false }
    keys.remove(at: position)
    return true
  }
}
