// Where the numbers of a rendering start (TEMPLATES §11): above every id that the template's own parts hold.

/// Numbers that are taken already, and the first free ids of relationships.
package struct StartNumbers: Sendable {
  /// The greatest number in use, for each counter that does not start at zero.
  package var counters: [(name: CounterName, last: Int)] = []
  /// The first free N of `rIdN`, for the parts that bring relationships along.
  package var relationships: [(part: StreamName, first: Int)] = []

  package init() {}
}
