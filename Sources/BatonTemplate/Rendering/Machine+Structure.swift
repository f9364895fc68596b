// The structure's instructions: marks, streams, slots, relationships.

/// Where an element began that may turn out to be empty.
struct Mark {
  let start: Int
  /// How many ids had been printed.
  let definitions: Int
}

extension Machine {
  /// Ends a mark. Kind 1: the body of `unlessEmpty`; an empty one takes everything back, and the closing is
  /// skipped. 2: the end of an `unlessEmpty` that stayed. 3: the body of `orElse`; one that printed skips the fallback. 0: a jump
  /// out of the loop goes over it.
  mutating func endMark(_ kind: UInt8) -> Bool {
    let mark = marks.removeLast()
    switch kind {
    case 1:
      let isEmpty = out.count == mark.start
      if isEmpty {
        let outer = marks[marks.count - 1]
        takeBack(to: outer)
      }
      return isEmpty
    case 3: return out.count > mark.start
    default: return false
    }
  }

  private mutating func takeBack(to mark: Mark) {
    out.truncate(to: mark.start)
    streams.dropSlots(from: mark.start)
    identifiers.takeBack(to: mark.definitions)
  }

  // MARK: Streams

  mutating func streamBegin(_ name: UInt32, isNew: Bool) {
    streams.store(out.bytes(), in: streams.current)
    out.removeAll()
    let stream = streams.enter(name, isNew: isNew)
    out.append(streams.take(stream))
  }

  mutating func streamEnd() {
    streams.store(out.bytes(), in: streams.current)
    streams.leave()
    out.removeAll()
    out.append(streams.take(streams.current))
  }

  mutating func endFill() {
    let start = captures.removeLast()
    let name = fillNames.removeLast()
    streams.setFill(streams.fill(named: name), out.bytes(from: start))
    out.truncate(to: start)
  }

  // MARK: Counters

  mutating func beginCount(_ name: UInt32) { counts.append((name, streams.nextNumber(name))) }

  mutating func emitCurrentNumber(_ name: UInt32) {
    guard let count = counts.last(where: { $0.name == name }) else {
      preconditionFailure("a number that is not being counted")
    }
    out.append(count.number)
  }

  // MARK: Relationships

  mutating func emitRelationship(kind: UInt8) throws(Fault) {
    let target = stack.removeLast()
    if kind == Instruction.RelationshipKind.hyperlink.rawValue { try checkURL(target) }
    let text = try str(target)
    guard let kind = Instruction.RelationshipKind(rawValue: kind) else {
      preconditionFailure("a relationship of no kind")
    }
    out.append(streams.relationship(to: .external(kind, text)))
  }

  mutating func emitRelationshipToStream(_ name: UInt32) throws(Fault) {
    guard let stream = streams.lastStream(named: name) else {
      throw Fault(.runtime, id: "unknown-stream", "没有打开过「\(text(of: symbolNames[Int(name)]))」")
    }
    out.append(streams.relationship(to: .stream(stream)))
  }
}
