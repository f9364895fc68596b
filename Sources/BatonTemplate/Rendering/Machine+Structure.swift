// The structure's operations: marks, streams, slots, counters, relationships, the context register.

/// Where an element began that may turn out to be empty.
struct Mark {
  let start: Int
  /// How many ids had been printed.
  let definitions: Int
}

extension Machine {
  /// Performs an operation of the structure.
  ///
  /// - Returns: Where to go on, if not behind it.
  @inline(never)
  mutating func perform(_ step: Operation, _ program: Int, _ position: Int) throws(Fault) -> Int? {
    switch step.code {
    case .markBegin: beginMark()
    case .markEnd: if endMark(step.k) { return Int(step.a) }
    case .identifierEnd: try endIdentifier(step.k, program, position)

    case .contextBegin:
      contextRegisterStack.append(contextRegister)
      contextRegister = contextRegister & ~step.b | step.a
    case .contextRaise:
      contextRegisterStack.append(contextRegister)
      let raised = min(contextRegister & step.b + step.a, step.c)
      contextRegister = contextRegister & ~step.b | raised
    case .contextEnd: contextRegister = contextRegisterStack.removeLast()
    case .jumpUnlessContext: if contextRegister & step.b != step.c { return Int(step.a) }
    case .contextCaseEnd: return Int(step.a)
    case .jumpUnlessMain: if program != mainProgram { return Int(step.a) }
    case .jumpUnlessFirst:
      if streams.nextNumber(symbol(step.b, program)) != 1 { return Int(step.a) }
    case .jumpUnlessAsked: if !isAsked(step.b, program) { return Int(step.a) }
    case .landing: break

    case .streamBegin: streamBegin(symbol(step.a, program), isNew: step.k == 1)
    case .streamEnd: streamEnd()
    case .slot: streams.addSlot(streams.fill(named: symbol(step.a, program)), at: out.count)
    case .fillBegin:
      captures.append(out.count)
      fillNames.append(symbol(step.a, program))
    case .fillEnd: endFill(isAdded: step.k == 1)
    case .drain: out.append(streams.drain(symbol(step.a, program)))
    case .echoBegin: if isAsked(step.b, program) { beginEcho() }
    case .echoEnd: if !isAsked(step.b, program) || !endEcho() { return Int(step.a) }
    case .echo: out.append(echoes.removeLast())
    case .unechoedEnd: endUnechoed()

    case .nextNumber: out.append(streams.nextNumber(symbol(step.a, program)))
    case .lastNumber:
      let offset = constantNodes[linked[program].constants + Int(step.b)].integer
      out.append(streams.lastNumber(symbol(step.a, program)) + offset)
    case .setNumber:
      let value = constantNodes[linked[program].constants + Int(step.b)].integer
      streams.setCounter(symbol(step.a, program), value)
    case .copyNumber:
      streams.setCounter(symbol(step.a, program), streams.lastNumber(symbol(step.b, program)))
    case .countBegin: beginCount(symbol(step.a, program))
    case .countEnd: counts.removeLast()
    case .currentNumber: emitCurrentNumber(symbol(step.a, program))
    case .pictureBegin, .pictureEnd, .pictureValue, .jumpUnlessVector, .containerBegin, .containerEnd,
      .picturingBegin, .picturingEnd, .pictureGap:
      if try runPicture(step) { return Int(step.a) }
    case .gridBegin, .gridEnd, .gridColumn, .gridColumns, .gridGroupEnd, .gridRowBegin, .gridRowTail,
      .gridRowEnd, .gridCell:
      try runGrid(step)
    case .relationship: try emitRelationship(kind: step.k)
    case .relationshipToStream: try emitRelationship(toStream: symbol(step.a, program))
    default: preconditionFailure("no operation of the structure")
    }
    return nil
  }

  private func symbol(_ name: UInt32, _ program: Int) -> UInt32 { linked[program].symbols[Int(name)] }

  private func isAsked(_ slot: UInt32, _ program: Int) -> Bool { askedSlots.contains(symbol(slot, program)) }

  // MARK: Marks

  private mutating func beginMark() {
    marks.append(Mark(start: out.count, definitions: identifiers.definitionCount))
  }

  /// Ends a mark. Kind 1: the body of `unlessEmpty`; an empty one takes everything back, and the closing is
  /// skipped. 2: the end of an `unlessEmpty` that stayed. 3: the body of `orElse`; one that printed skips the
  /// fallback. 4: the body of `unlessBlock`; a block takes the place of what surrounds it. 0: a jump out of the
  /// loop goes over it.
  private mutating func endMark(_ kind: UInt8) -> Bool {
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
    case 4:
      guard beginsBlock(at: mark.start) else { return false }
      takeOut(marks[marks.count - 1].start..<mark.start)
      return true
    default: return false
    }
  }

  private mutating func takeBack(to mark: Mark) {
    out.truncate(to: mark.start)
    streams.dropSlots(from: mark.start)
    identifiers.takeBack(to: mark.definitions)
  }

  /// Whether what was printed from a place on begins with a block.
  private func beginsBlock(at start: Int) -> Bool {
    out.withBytes { bytes in
      var scan = MarkupScan(bytes[start...])
      guard case .tag(let tag)? = scan.next() else { return false }
      return environment.dialect.blockNames.contains(tag.elementName)
    }
  }

  /// Takes out something that was printed before the last thing.
  private mutating func takeOut(_ range: Range<Int>) {
    let kept = out.bytes(from: range.upperBound)
    out.truncate(to: range.lowerBound)
    out.append(kept)
    streams.moveSlots(from: range.upperBound, by: -range.count)
  }

  // MARK: Echoes

  private mutating func beginEcho() {
    if openEchoes == 0 { unechoed.removeAll(keepingCapacity: true) }
    openEchoes += 1
    beginMark()
  }

  /// Takes the characters that an echo's body printed.
  ///
  /// - Returns: Whether there are any.
  private mutating func endEcho() -> Bool {
    openEchoes -= 1
    let start = marks.removeLast().start
    var characters: [UInt8] = []
    out.withBytes { bytes in
      var position = start
      for left in unechoed where left.lowerBound >= start {
        characters += MarkupScan.characters(in: bytes[position..<left.lowerBound])
        position = left.upperBound
      }
      characters += MarkupScan.characters(in: bytes[position...])
    }
    guard characters.contains(where: { $0 > 0x20 }) else { return false }
    echoes.append(characters)
    return true
  }

  private mutating func endUnechoed() {
    let start = marks.removeLast().start
    if openEchoes > 0 { unechoed.append(start..<out.count) }
  }

  // MARK: Streams and slots

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

  private mutating func endFill(isAdded: Bool) {
    let start = captures.removeLast()
    streams.fill(fillNames.removeLast(), with: out.bytes(from: start), isAdded: isAdded)
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

  private mutating func emitRelationship(toStream name: UInt32) throws(Fault) {
    guard let stream = streams.lastStream(named: name) else {
      throw Fault(.runtime, id: "unknown-stream", "没有打开过「\(text(of: symbolNames[Int(name)]))」")
    }
    out.append(streams.relationship(to: .stream(stream)))
  }
}
