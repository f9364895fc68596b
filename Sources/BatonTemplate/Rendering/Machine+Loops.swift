// Running loops, and what `loop` knows.

extension Machine {
  mutating func beginLoop(
    _ step: Operation, _ program: Int, _ frame: Int, _ context: Int
  ) throws(Fault) {
    let sequence = plain(stack.removeLast())
    serial += 1
    var loop = try makeLoop(over: sequence)
    if step.k & 2 != 0 {
      loop.recursive = pendingRecursion
      loop.depth = recursionDepth
    }
    loops.append(loop)
    if step.k & 1 != 0 {
      slots[frame + Int(step.b)] = makeObject(.loop(loops.count - 1, serial: loop.serial))
      loops[loops.count - 1].scratch = scratchMark
    }
  }

  private mutating func makeLoop(over sequence: Node) throws(Fault) -> LoopState {
    let sequence = current(sequence)
    func state(_ source: LoopState.Source, _ first: Int, _ count: Int) -> LoopState {
      LoopState(source: source, first: first, fixedCount: count, serial: serial, scratch: scratchMark)
    }
    switch sequence.tag {
    case .list where sequence.arena == .scratch: return state(.list(sequence.offset), 0, -1)
    case .list, .tuple:
      let source: LoopState.Source =
        switch sequence.arena {
        case .document: .document
        case .constants: .constants
        default: .scratch
        }
      return state(source, sequence.offset, sequence.byteCount)
    case .range:
      let range = range(of: sequence)
      return state(.range(range), 0, range.count)
    default:
      let items = try items(of: sequence)
      let first = scratchNodes.count
      scratchNodes.append(contentsOf: items)
      return state(.scratch, first, items.count)
    }
  }

  private func itemCount(of loop: Int) -> Int {
    if case .list(let number) = loops[loop].source { return lists[number].count }
    return loops[loop].fixedCount
  }

  private func item(_ index: Int, of loop: Int) -> Node {
    switch loops[loop].source {
    case .document: document.nodes[loops[loop].first + index]
    case .constants: constantNodes[loops[loop].first + index]
    case .scratch: scratchNodes[loops[loop].first + index]
    case .list(let number): lists[number][index]
    case .range(let range): .int(range[index])
    }
  }

  /// The next item of the innermost loop.
  @inline(__always)
  mutating func nextItem() -> Node? {
    let last = loops.count - 1
    endIteration(of: last)
    let index = loops[last].next
    guard index < itemCount(of: last) else { return nil }
    let item = item(index, of: last)
    loops[last].next = index + 1
    loops[last].current = item
    return item
  }

  mutating func endLoop() { lastLoopRan = loops.removeLast().hasCompleted }

  // MARK: loop

  func isRunning(_ loop: Int, _ serial: Int) -> Bool { loop < loops.count && loops[loop].serial == serial }

  mutating func loopAttribute(_ node: Node, _ attribute: LoopAttribute?) throws(Fault) -> Node {
    guard let attribute, node.tag == .object, case .loop(let loop, let serial) = objects[node.offset],
      isRunning(loop, serial)
    else { throw Fault(.runtime, id: "loop-ended", "循环已经结束，不能再用「loop」") }
    let count = itemCount(of: loop)
    let index = loops[loop].next - 1
    switch attribute {
    case .index: return .int(index + 1)
    case .index0: return .int(index)
    case .first: return .bool(index == 0)
    case .last: return .bool(index == count - 1)
    case .length, .revindex, .revindex0:
      let length = loops[loop].length ?? count
      loops[loop].length = length
      if attribute == .length { return .int(length) }
      return .int(length - index - (attribute == .revindex0 ? 1 : 0))
    case .depth: return .int(loops[loop].depth)
    case .depth0: return .int(loops[loop].depth - 1)
    case .previtem:
      return index > 0 ? item(index - 1, of: loop) : makeUndefined(makeString("previtem"))
    case .nextitem:
      return index + 1 < count ? item(index + 1, of: loop) : makeUndefined(makeString("nextitem"))
    }
  }

  /// `loop.cycle(…)` and `loop.changed(…)`
  mutating func callLoopMethod(_ loop: Int, _ name: Node, _ arguments: [Node]) throws(Fault) -> Node {
    if text(of: name) == "cycle" {
      guard !arguments.isEmpty else { throw Fault.type("「loop.cycle」至少要有一个参数") }
      return arguments[(loops[loop].next - 1) % arguments.count]
    }
    if let last = loops[loop].lastChanged, last.count == arguments.count {
      var isSame = true
      for (one, other) in zip(last, arguments) where isSame { isSame = try equals(one, other) }
      if isSame { return .bool(false) }
    }
    loops[loop].lastChanged = arguments
    for argument in arguments { noteKept(argument) }
    return .bool(true)
  }

  // MARK: Recursion

  /// Runs a recursive loop over a sequence, one level deeper than the loop it was called from.
  mutating func recurse(into loop: RecursiveLoop, _ sequence: Node, depth: Int = 1) throws(Fault) {
    let code = linked[loop.program].program.functions[loop.function]
    let frame = pushFrame(code, outer: loop.frame)
    slots[frame + FunctionBuilder.reservedSlots] = sequence
    let (outerRecursion, outerDepth) = (pendingRecursion, recursionDepth)
    (pendingRecursion, recursionDepth) = (loop, depth)
    try run(loop.program, from: code.entry, frame: frame, context: loop.context)
    (pendingRecursion, recursionDepth) = (outerRecursion, outerDepth)
    top = frame
  }
}
