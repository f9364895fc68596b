// Several kinds at once: what an element accepts, and what a list of nodes prints. Most questions about structure
// need no more than this; who prints what is only asked when something is wrong.

/// A set of kinds.
package struct KindSet: Sendable, Hashable, BitwiseCopyable, ExpressibleByArrayLiteral {
  private var bits: UInt16

  package init(arrayLiteral kinds: Kind...) {
    bits = 0
    for kind in kinds { insert(kind) }
  }

  package var isEmpty: Bool { bits == 0 }

  package mutating func insert(_ kind: Kind) { bits |= 1 << kind.rawValue }

  package mutating func formUnion(_ other: KindSet) { bits |= other.bits }

  package func contains(_ kind: Kind) -> Bool { bits & 1 << kind.rawValue != 0 }

  package func isSubset(of other: KindSet) -> Bool { bits & ~other.bits == 0 }

  /// The kinds, in the order in which they are declared.
  package var kinds: [Kind] { Kind.allCases.filter { contains($0) } }

  /// The least kind that holds all; `nil` where none does.
  var joined: Kind? {
    var result = Kind.nothing
    var rest = bits
    while rest != 0 {
      guard let kind = Kind(rawValue: UInt16(rest.trailingZeroBitCount)),
        let joined = result.joined(with: kind)
      else { return nil }
      result = joined
      rest &= rest - 1
    }
    return result
  }
}

extension ElementRule {
  /// The kinds that may stand directly in it, so far as the list shows.
  var accepted: KindSet {
    switch content {
    case .paragraph, .inline: [.nothing, .any, .text, .inline]
    case .flow: [.nothing, .any, .text, .inline, .block]
    case .only(let kinds): kinds.adding([.nothing, .any])
    case .characters: [.nothing, .any, .text]
    case .none: [.nothing, .any]
    case .any: KindSet.all
    }
  }
}

extension KindSet {
  fileprivate static let all = KindSet(Kind.allCases)

  private init(_ kinds: [Kind]) {
    bits = 0
    for kind in kinds { insert(kind) }
  }

  fileprivate func adding(_ other: KindSet) -> KindSet {
    var result = self
    result.formUnion(other)
    return result
  }
}
