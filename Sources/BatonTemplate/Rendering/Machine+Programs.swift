// Making programs the machine's own, and finding names.

import BatonDiagnostics

extension Machine {
  /// The number of a program, linked the first time it is met.
  mutating func link(_ program: Program) -> Int {
    if let known = linkedNumbers[ObjectIdentifier(program)] { return known }
    let byteBase = UInt64(constantBytes.count)
    let constantBase = constantNodes.count
    constantBytes.append(program.constantBytes)
    for var node in program.constants {
      if node.arena == .constants { node.bits += byteBase }
      constantNodes.append(node)
    }
    let symbols = program.names.map { symbol(of: $0) }
    let cacheBase = caches.count
    caches.append(contentsOf: repeatElement(InlineCache(), count: program.siteCount))
    let number = linked.count
    let blocks = program.blocks.map {
      BlockLink(name: symbols[$0.name], program: number, function: $0.function)
    }
    linked.append(
      LinkedProgram(
        program: program, constants: constantBase, symbols: symbols, caches: cacheBase, blocks: blocks))
    linkedNumbers[ObjectIdentifier(program)] = number
    return number
  }

  /// The slots that the templates of a rendering have: names of templates are constants, so all of them are known.
  mutating func slots(of main: Int) -> [UInt32] {
    guard environment.dialect.isStructured else { return [] }
    if let known = linked[main].askedSlots { return known }
    var slots: [UInt32] = []
    var seen: Set<Int> = [main]
    var waiting = [main]
    while let number = waiting.popLast() {
      let program = linked[number].program
      slots += program.slots.map { linked[number].symbols[$0] }
      for name in program.references {
        // A template that can't be compiled says so where it is printed.
        guard let template = try? environment.template(ifPresent: name) else { continue }
        let next = link(template.program)
        if seen.insert(next).inserted { waiting.append(next) }
      }
    }
    linked[main].askedSlots = slots
    return slots
  }

  mutating func symbol(of name: String) -> UInt32 {
    let key = ExactText(name)
    if let known = symbols[key] { return known }
    let start = constantBytes.count
    constantBytes.append(name)
    symbols[key] = UInt32(symbolNames.count)
    symbolNames.append(
      Node(.string, .constants, count: UInt32(constantBytes.count - start), bits: UInt64(start)))
    return UInt32(symbolNames.count - 1)
  }

  /// What a name means in a context; `missing` where it means nothing.
  mutating func lookUp(_ name: UInt32, in context: Int, cache site: Int) -> Node {
    var current = context
    while current >= 0 {
      if let index = contexts[current].names.firstIndex(of: name) { return contexts[current].values[index] }
      let data = contexts[current].data
      if data.tag == .record {
        if let value = cachedField(data, symbolNames[Int(name)], site) { return value }
      } else if data.tag == .map {
        if let value = field(symbolNames[Int(name)], ofMap: data) { return value }
      }
      current = contexts[current].parent
    }
    let text = text(of: symbolNames[Int(name)])
    if let number = library.functionNumbers[text] { return makeObject(.function(number)) }
    return .missing
  }

  private func field(_ name: Node, ofMap map: Node) -> Node? {
    let store = maps[map.offset]
    return store.keys.firstIndex { sameText($0, name) }.map { store.values[$0] }
  }

  private func sameText(_ left: Node, _ right: Node) -> Bool {
    left.tag == .string && rawBytes(left).elementsEqual(rawBytes(right))
  }

  /// A field of a record by way of the site's cache.
  @inline(__always)
  mutating func cachedField(_ record: Node, _ name: Node, _ site: Int) -> Node? {
    let cache = caches[site]
    if cache.shape == record.count + 1 {
      return cache.slot == .max ? nil : document.nodes[record.offset + Int(cache.slot)]
    }
    return findField(record, name, site)
  }

  @inline(never)
  private mutating func findField(_ record: Node, _ name: Node, _ site: Int) -> Node? {
    let now = current(record)
    if now.tag == .map { return field(name, ofMap: now) }
    let slot = document.shapes.slot(of: rawBytes(name), in: Int(record.count))
    // Where something was changed, a site must ask each time.
    guard changes.isEmpty else { return slot.map { document.nodes[record.offset + $0] } }
    caches[site] = InlineCache(shape: record.count + 1, slot: slot.map { UInt32($0) } ?? .max)
    return slot.map { document.nodes[record.offset + $0] }
  }

  // MARK: Frames

  /// Makes a frame for a function; its slots are `missing`.
  mutating func pushFrame(_ function: FunctionCode, outer: Int) -> Int {
    let frame = top
    top += function.slotCount
    let fresh = min(top, slots.count)
    if frame < fresh { for index in frame..<fresh { slots[index] = .missing } }
    if slots.count < top { slots.append(contentsOf: repeatElement(.missing, count: top - slots.count)) }
    serial += 1
    slots[frame] = .int(outer)
    slots[frame + 1] = .int(serial)
    return frame
  }

  /// Runs a function to its end in a frame of its own.
  mutating func runFunction(
    _ function: Int, of program: Int, outer: Int, context: Int
  ) throws(Fault) {
    let code = linked[program].program.functions[function]
    let frame = pushFrame(code, outer: outer)
    try run(program, from: code.entry, frame: frame, context: context)
    top = frame
  }

  /// Counts a step and, now and then, looks whether the rendering may go on.
  @inline(__always)
  mutating func countStep() throws(Fault) {
    steps &+= 1
    if steps & 0x3FF == 0 { try checkBudget() }
  }

  @inline(never)
  func checkBudget() throws(Fault) {
    if steps > budget.steps {
      throw Fault(.runtime, id: "instruction-budget", "模板执行的步数超过了\(budget.steps)步", help: "检查循环和递归")
    }
    if out.count + streams.byteCount + scratchBytes.count > budget.outputBytes {
      throw Fault(.runtime, id: "output-budget", "输出超过了\(budget.outputBytes)字节", help: "检查循环和数据")
    }
    if Task.isCancelled { throw Fault(.runtime, id: "cancelled", "已经取消") }
  }

  /// The places of the fault under way, innermost first.
  func traceNotes() -> [Diagnostic.Note] {
    trace.map { entry in
      let program = linked[entry.program].program
      return Diagnostic.Note(
        "从这里调用", at: .range(program.source, program.ranges.range(at: entry.position)))
    }
  }
}
