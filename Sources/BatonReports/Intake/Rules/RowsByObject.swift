// Rows that belong together: a unit's debrief, a cadre's, one talk.

import BatonAssessment

/// The rows of a table by the object that their first key column names.
struct RowsByObject {
  /// In the order in which objects first occur.
  let objects: [(id: String, rows: [Row])]
  /// Objects that may lack a row only because a row beside theirs names nobody.
  ///
  /// What seems to be missing from them may be just that row, which has been reported.
  let suspects: Set<String>

  /// Groups rows; one whose column names no known object belongs to none.
  init(_ rows: [Row], by column: Column<String>, isKnown: (String) -> Bool) {
    let ids = rows.map { row in row[column].flatMap { isKnown($0) ? $0 : nil } }
    objects = zip(ids, rows).filter { $0.0 != nil }.grouped { $0.0 ?? "" }
      .map { (id: $0.key, rows: $0.values.map(\.1)) }
    var suspects = Set<String>()
    for index in ids.indices where ids[index] == nil {
      let neighbours = [ids[..<index].last { $0 != nil }, ids[index...].first { $0 != nil }]
      suspects.formUnion(neighbours.compactMap { $0 ?? nil })
    }
    self.suspects = suspects
  }
}
