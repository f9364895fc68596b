// Changing the data from a template. The document itself never changes, since other tasks read it: what a
// template changes is copied, and the copy stands for it until the rendering ends.

/// A list or a record of the document, by where it lies.
struct DocumentPlace: Hashable {
  let tag: Node.Tag
  let count: UInt32
  let bits: UInt64

  init(_ node: Node) {
    (tag, count, bits) = (node.tag, node.count, node.bits)
  }
}

extension Machine {
  /// The value that stands for `node` now: its copy if the template has changed it, else itself.
  @inline(__always)
  func current(_ node: Node) -> Node {
    changes.isEmpty ? node : changed(node)
  }

  @inline(never)
  private func changed(_ node: Node) -> Node {
    guard node.arena == .document, node.tag == .list || node.tag == .record else { return node }
    return changes[DocumentPlace(node)] ?? node
  }

  /// The list or mapping in the scratch arena that a change goes to.
  ///
  /// - Throws: `immutable-value` for a figure, which is a number with its derivation.
  mutating func changeable(_ node: Node) throws(Fault) -> Node {
    let now = current(node)
    if now.tag == .map || now.tag == .list && now.arena == .scratch {
      noteChange(of: now)
      return now
    }
    guard now.arena == .document, now.tag == .list || now.tag == .record, !now.flags.contains(.figure) else {
      throw Fault(.security, id: "immutable-value", "\(typeName(of: node))「\(brief(node))」不能改")
    }
    let copy = now.tag == .list ? makeList(try items(of: now)) : try makeMap(try pairs(of: now))
    if changes.isEmpty {
      // Sites remember where a record's field lies; from now on each asks whether the record was changed.
      for index in caches.indices { caches[index] = InlineCache() }
    }
    changes[DocumentPlace(now)] = copy
    noteKept(copy)
    if copy.tag == .list { switchLoops(from: now, to: copy) }
    return copy
  }

  /// Loops that run over a list see what is done to it.
  private mutating func switchLoops(from list: Node, to copy: Node) {
    for index in loops.indices
    where loops[index].source.isDocument && loops[index].first == list.offset
      && loops[index].fixedCount == list.byteCount
    {
      loops[index].source = .list(copy.offset)
    }
  }

  /// Drops the changes: the next rendering sees the data as it is.
  mutating func forgetChanges() {
    if !changes.isEmpty { changes.removeAll(keepingCapacity: true) }
  }
}
