// The interpreter's loop. What takes more than a few lines stands in the other files of this folder.

extension Machine {
  /// Runs a program from a position until its function returns.
  mutating func run(_ program: Int, from start: Int, frame: Int, context: Int) throws(Fault) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= budget.depth else {
      throw Fault(.recursion, "嵌套超过了\(budget.depth)层", help: "检查模板、宏和循环是不是在无止境地调用自己")
    }
    let code = linked[program].program.code
    var position = start
    do throws(Fault) {
      try interpret(code, &position, program, frame, context)
    } catch {
      trace.append((program, position))
      throw error
    }
  }

  private mutating func interpret(
    _ code: [Operation], _ position: inout Int, _ program: Int, _ frame: Int, _ context: Int
  ) throws(Fault) {
    let text = linked[program].program.text
    let constants = linked[program].constants
    let sites = linked[program].caches
    let symbols = linked[program].symbols
    while true {
      let step = code[position]
      switch step.code {
      case .text:
        let (offset, length) = (Int(step.a), Int(step.b))
        precondition(offset + length <= text.count, "a text outside the program")
        out.append(text.base + offset, length)

      case .emitSlotField:
        let base = slots[frame + Int(step.s)]
        let value: Node
        if base.tag == .record, caches[sites + Int(step.c)].shape == base.count + 1,
          caches[sites + Int(step.c)].slot != .max
        {
          value = document.nodes[base.offset + Int(caches[sites + Int(step.c)].slot)]
        } else {
          value = try field(base, constantNodes[constants + Int(step.b)], sites + Int(step.c))
        }
        if value.isMarkup, try printMarkup(value, program, position) { break }
        try emit(value, EmitMode(bits: step.k & 0xF), place: step.k >> 4)

      case .emit:
        let value = stack.removeLast()
        if value.isMarkup, try printMarkup(value, program, position) { break }
        try emit(value, EmitMode(bits: step.k), place: UInt8(truncatingIfNeeded: step.s))

      case .emitFixed:
        let value = plain(stack.removeLast())
        if value.tag == .float || value.tag == .int {
          out.appendFixed(value.fixedOperand, places: Int(step.k))
        } else {
          let text = try format(value, by: constantNodes[constants + Int(step.b)], filter: Int(step.a))
          try emit(text, EmitMode(bits: UInt8(step.s & 0xF)), place: UInt8(step.s >> 4))
        }

      case .constant: stack.append(constantNodes[constants + Int(step.a)])

      case .loadSlot:
        let value = slots[frame + Int(step.a)]
        stack.append(value.isMissing ? makeUndefined(constantNodes[constants + Int(step.b)]) : value)

      case .loadOuter:
        let value = try outerValue(frame, levels: Int(step.s), slot: Int(step.a))
        stack.append(value.isMissing ? makeUndefined(constantNodes[constants + Int(step.b)]) : value)

      case .loadContext:
        let name = symbols[Int(step.a)]
        let value = lookUp(name, in: context, cache: sites + Int(step.c))
        stack.append(value.isMissing ? makeUndefined(symbolNames[Int(name)]) : value)

      case .storeSlot: slots[frame + Int(step.a)] = stack.removeLast()
      case .clearSlot: slots[frame + Int(step.a)] = .missing

      case .resolveSlot:
        let name = symbols[Int(step.b)]
        slots[frame + Int(step.a)] = lookUp(name, in: context, cache: sites + Int(step.c))

      case .copyOuter:
        slots[frame + Int(step.a)] = try outerValue(frame, levels: Int(step.s), slot: Int(step.b))

      case .export:
        let name = symbols[Int(step.a)]
        contexts[context].set(name, slots[frame + Int(step.b)])
        noteKept(slots[frame + Int(step.b)], in: context)
        if step.k == 1 {
          if !contexts[context].exported.contains(name) { contexts[context].exported.append(name) }
        } else {
          contexts[context].exported.removeAll { $0 == name }
        }

      case .storeAttribute: try storeAttribute(constantNodes[constants + Int(step.a)])
      case .pop: stack.removeLast()
      case .duplicate: stack.append(stack[stack.count - 1])

      // MARK: Access

      case .field:
        let base = stack[stack.count - 1]
        if base.tag == .record, caches[sites + Int(step.c)].shape == base.count + 1,
          caches[sites + Int(step.c)].slot != .max
        {
          stack[stack.count - 1] = document.nodes[base.offset + Int(caches[sites + Int(step.c)].slot)]
        } else {
          stack[stack.count - 1] = try field(
            base, constantNodes[constants + Int(step.a)], sites + Int(step.c))
        }

      case .slotField:
        let base = slots[frame + Int(step.s)]
        stack.append(try field(base, constantNodes[constants + Int(step.b)], sites + Int(step.c)))

      case .attribute:
        let base = stack.removeLast()
        stack.append(try attribute(base, constantNodes[constants + Int(step.a)], methodsFirst: true))

      case .subscript_:
        let index = stack.removeLast()
        let base = stack.removeLast()
        stack.append(try element(index, of: base))

      case .slice:
        let parts = popLast(3)
        let base = stack.removeLast()
        stack.append(try slice(base, parts[0], parts[1], parts[2]))

      // MARK: Operators

      case .binary:
        let right = stack.removeLast()
        let left = stack.removeLast()
        stack.append(try binary(step.k, left, right))

      case .compare:
        let right = stack.removeLast()
        let left = stack.removeLast()
        stack.append(.bool(try compare(step.k, left, right)))

      case .compareKeeping:
        let right = stack.removeLast()
        let left = stack.removeLast()
        let result = try compare(step.k, left, right)
        stack.append(right)
        stack.append(.bool(result))

      case .unary:
        let operand = stack.removeLast()
        stack.append(try unary(step.k, operand))

      case .concatenate:
        let items = popLast(Int(step.a))
        stack.append(try concatenate(items, escapes: escapes(EmitMode(bits: step.k))))

      case .formatFixed:
        let value = plain(stack.removeLast())
        if value.tag == .float || value.tag == .int {
          stack.append(makeFixed(value.fixedOperand, places: Int(step.k)))
        } else {
          let literal = constantNodes[constants + Int(step.b)]
          stack.append(try format(value, by: literal, filter: Int(step.a)))
        }

      case .makeList: stack.append(makeList(popLast(Int(step.a))))
      case .makeTuple: stack.append(makeTuple(popLast(Int(step.a))))

      case .makeMap:
        let items = popLast(Int(step.a) * 2)
        stack.append(
          try makeMap((0..<Int(step.a)).map { (key: items[$0 * 2], value: items[$0 * 2 + 1]) }))

      case .unpack: try unpack(Int(step.a))
      case .nothing:
        var undefined = makeUndefined(.none)
        undefined.flags.insert(.lenient)
        stack.append(undefined)

      case .asMarkup:
        if escapes(EmitMode(bits: step.k)) {
          let value = stack.removeLast()
          stack.append(value.isMarkup ? value : makeString(try str(value), isMarkup: true))
        }

      case .requireText:
        let value = stack[stack.count - 1]
        guard value.isString else {
          try refuseUndefined(value)
          throw Fault.type("过滤块要得到文字，不能是\(typeName(of: value))")
        }

      // MARK: Jumps

      case .jump:
        position = Int(step.a)
        continue

      case .jumpIfFalse:
        if try !isTrue(stack.removeLast()) {
          position = Int(step.a)
          continue
        }

      case .jumpIfTrue:
        if try isTrue(stack.removeLast()) {
          position = Int(step.a)
          continue
        }

      case .jumpIfFalseOrPop:
        if try !isTrue(stack[stack.count - 1]) {
          position = Int(step.a)
          continue
        }
        stack.removeLast()

      case .jumpIfTrueOrPop:
        if try isTrue(stack[stack.count - 1]) {
          position = Int(step.a)
          continue
        }
        stack.removeLast()

      case .jumpIfSet, .jumpIfExtended:
        if !slots[frame + Int(step.b)].isMissing {
          position = Int(step.a)
          continue
        }

      // MARK: Loops

      case .loopBegin: try beginLoop(step, program, frame, context)

      case .loopNext:
        try countStep()
        guard let item = nextItem() else {
          position = Int(step.a)
          continue
        }
        if step.k == 1 { stack.append(item) } else { slots[frame + Int(step.b)] = item }

      case .loopCompleted: loops[loops.count - 1].hasCompleted = true
      case .loopEnd: endLoop()
      case .loopRan: stack.append(.bool(lastLoopRan))
      case .loopCollect: loops[loops.count - 1].collected.append(loops[loops.count - 1].current)

      case .loopCollected:
        let list = makeList(loops[loops.count - 1].collected)
        endLoop()
        stack.append(list)

      case .loopAttribute:
        stack.append(try loopAttribute(slots[frame + Int(step.a)], LoopAttribute(rawValue: step.k)))

      case .recurse:
        let sequence = stack.removeLast()
        try recurse(
          into: RecursiveLoop(program: program, function: Int(step.a), frame: frame, context: context),
          sequence)

      // MARK: Calls

      case .filter:
        let number = Int(step.a)
        let arguments = try popArguments(
          step, program, library.filters[number].signature, library.filters[number].names[0])
        if arguments[0].flags.contains(.rendered) {
          try refuseFragment(arguments[0], by: library.filters[number])
        }
        stack.append(try library.filters[number].apply(&self, arguments))

      case .test:
        let number = Int(step.a)
        let arguments = try popArguments(
          step, program, library.tests[number].signature, library.tests[number].names[0])
        stack.append(.bool(try library.tests[number].holds(&self, arguments)))

      case .call, .callMethod:
        try countStep()
        let shape = linked[program].program.callShapes[Int(step.a)]
        stack.append(try call(shape, method: Int(step.b), constants))

      case .callPrinting:
        try countStep()
        let shape = linked[program].program.callShapes[Int(step.a)]
        try callPrinting(
          shape, method: Int(step.b), constants, EmitMode(bits: step.k),
          place: UInt8(truncatingIfNeeded: step.s))

      case .makeMacro:
        stack.append(
          makeObject(
            .macro(
              MacroValue(
                program: program, function: Int(step.a), frame: frame, serial: slots[frame + 1].integer,
                context: context))))

      case .return_: return

      case .fail:
        let message = linked[program].program.messages[Int(step.a)]
        throw Fault(message.kind, id: message.id, message.message, help: message.help)

      // MARK: Captures

      case .captureBegin: beginCapture()
      case .captureEnd: stack.append(endCapture(isMarkup: escapes(EmitMode(bits: step.k))))
      case .captureDrop: dropCapture()

      case .pushEscaping:
        escapingStack.append(autoescapes)
        autoescapes = try isTrue(stack.removeLast())

      case .popEscaping: autoescapes = escapingStack.removeLast()

      // MARK: Templates

      case .extends:
        let name = stack.removeLast()
        slots[frame + Int(step.b)] = .int(try extend(name, context))

      case .runParent:
        let parent = slots[frame + Int(step.a)]
        if !parent.isMissing {
          if program == mainProgram { mainProgram = parent.integer }
          try runFunction(0, of: parent.integer, outer: 0, context: context)
        }

      case .block: try runBlock(step, program, frame, context)
      case .include: try include(step, program, frame, context)
      case .import_: try importModule(step, program, frame, context)
      case .fromImport: try importName(constantName: symbols[Int(step.a)])
      case .superCall:
        stack.append(superReference(symbols[Int(step.a)], Int(step.b), program, context))
      case .selfReference: stack.append(makeObject(.templateReference(context: context)))

      // MARK: Structure

      case .markBegin, .markEnd, .identifierEnd, .streamBegin, .streamEnd, .slot, .fillBegin,
        .fillEnd, .drain, .echoBegin, .echoEnd, .echo, .unechoedEnd, .nextNumber, .lastNumber, .setNumber,
        .copyNumber, .relationship,
        .relationshipToStream, .contextBegin, .contextRaise, .contextEnd, .jumpUnlessContext, .contextCaseEnd,
        .jumpUnlessAsked, .jumpUnlessFirst, .jumpUnlessMain, .landing, .countBegin, .countEnd, .currentNumber,
        .pictureBegin,
        .pictureEnd, .pictureValue, .jumpUnlessVector, .containerBegin, .containerEnd, .picturingBegin,
        .picturingEnd, .pictureGap, .gridBegin, .gridEnd, .gridColumn, .gridColumns, .gridGroupEnd,
        .gridRowBegin, .gridRowTail, .gridRowEnd, .gridCell:
        if let target = isRecording
          ? try record(step, program, position) : try perform(step, program, position)
        {
          position = target
          continue
        }

      case .emitContextField, .jumpSlotField, .callCaller:
        preconditionFailure("an operation that no compiler emits")
      }
      position += 1
    }
  }
}
