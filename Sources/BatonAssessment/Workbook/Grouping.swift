// Grouping that keeps the order of the table: a dictionary's own order is nobody's.

extension Sequence {
  /// The elements by key, groups in the order in which their keys first occur.
  package func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, values: [Element])] {
    var groups = [(key: Key, values: [Element])]()
    var positions = [Key: Int]()
    for element in self {
      let key = key(element)
      if let position = positions[key] {
        groups[position].values.append(element)
      } else {
        positions[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }
}
