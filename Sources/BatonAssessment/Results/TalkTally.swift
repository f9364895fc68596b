// 谈话正（负）面次数: in how many talks somebody was spoken of well, or ill.

/// How talks speak of a cadre.
public struct TalkTally: Sendable, Hashable {
  public let positive: Int
  public let negative: Int

  /// The tallies of all cadres whom talks concern; a talk counts once for each leaning.
  public static func tallies(of talks: [Talk]) -> [String: TalkTally] {
    func counts(_ leaning: TalkEntry.Leaning) -> [String: Int] {
      talks.reduce(into: [:]) { counts, talk in
        let concerned = talk.entries.filter { $0.leaning == leaning }.flatMap(\.concernedIDs)
        for id in Set(concerned) { counts[id, default: 0] += 1 }
      }
    }
    let (positive, negative) = (counts(.positive), counts(.negative))
    return Set(positive.keys).union(negative.keys).reduce(into: [:]) { tallies, id in
      tallies[id] = TalkTally(positive: positive[id] ?? 0, negative: negative[id] ?? 0)
    }
  }
}
