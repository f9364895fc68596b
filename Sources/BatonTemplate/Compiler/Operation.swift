// One step of the virtual machine: sixteen trivial bytes.

/// An instruction of a ``Program``.
struct Operation: BitwiseCopyable, Sendable {
  var code: Code
  /// A small operand: an operator, a mode.
  var k: UInt8 = 0
  var s: UInt16 = 0
  var a: UInt32 = 0
  var b: UInt32 = 0
  var c: UInt32 = 0

  enum Code: UInt8, BitwiseCopyable, Sendable {
    // Output
    /// Prints text a..<a+b of the program.
    case text
    /// Pops and prints; k is the ``EmitMode``, s the place.
    case emit
    /// Prints field b (site c) of slot a, without the stack.
    case emitSlotField
    /// Prints field b (site c) of context name a.
    case emitContextField

    /// Pops a number and prints it with k places; what is no number goes through filter a with literal b. s is the
    /// ``EmitMode`` and, from its fifth bit on, the place.
    case emitFixed

    // Values
    /// Pushes constant a.
    case constant
    /// Pushes slot a; b names it where it is missing.
    case loadSlot
    /// Pushes slot a of the frame s levels out.
    case loadOuter
    /// Pushes the name a of the context (site c).
    case loadContext
    case storeSlot
    /// Sets slot a to `missing`.
    case clearSlot
    /// Sets slot a to the context's name b (site c), `missing` where there is none.
    case resolveSlot
    /// Copies slot b of the frame s levels out into slot a.
    case copyOuter
    /// Makes the value of slot b known to the context as name a; k: exported too.
    case export
    case storeAttribute
    case pop
    case duplicate

    // Access
    /// Replaces the top by its attribute a (site c).
    case field
    /// Pushes field b (site c) of slot a.
    case slotField
    /// Attributes that may be methods: a is the name.
    case attribute
    case subscript_
    case slice

    // Operators
    case binary
    case compare
    /// Compares and keeps the right operand below the result.
    case compareKeeping
    case unary
    case concatenate
    /// Replaces the top number by its text with k places, as `"%.kf"|format` does; else calls filter a with literal b.
    case formatFixed
    case makeList
    case makeTuple
    case makeMap
    case unpack

    // Jumps
    case jump
    case jumpIfFalse
    case jumpIfTrue
    case jumpIfFalseOrPop
    case jumpIfTrueOrPop
    /// Jumps to a unless slot b is missing.
    case jumpIfSet
    /// Jumps to a when field b of slot s (site c) is false (k = 0) or true.
    case jumpSlotField
    /// Jumps to a once this root has a parent template.
    case jumpIfExtended

    // Loops
    /// Pops what to iterate; k: wants `loop`, and then slot b takes it.
    case loopBegin
    /// Stores the next item in slot b, or jumps to a.
    case loopNext
    /// An iteration came to its end.
    case loopCompleted
    case loopEnd
    /// Pushes whether the loop that just ended ran at least once.
    case loopRan
    /// Pushes the attribute k of loop slot a.
    case loopAttribute

    // Calls
    case filter
    case test
    case call
    case callMethod
    case callPrinting
    case makeMacro
    case callCaller
    case return_
    /// Fails with message a.
    case fail
    /// Pushes what an `if` expression without `else` gives.
    case nothing
    /// The top becomes markup where escaping is on (k is the ``EmitMode``).
    case asMarkup
    /// Fails unless the top is a text: the result of a filter block.
    case requireText
    /// The current item of a loop passed its condition.
    case loopCollect
    /// Ends a loop and pushes the list of its collected items.
    case loopCollected
    /// Calls function a, a recursive loop, with the stack top as its sequence.
    case recurse

    // Captures
    case captureBegin
    case captureEnd
    case captureDrop
    case pushEscaping
    case popEscaping

    // Templates
    case extends
    case runParent
    case block
    case include
    case import_
    case fromImport
    case superCall
    case selfReference

    // Structure
    case markBegin
    case markEnd
    /// Ends a mark: what was printed since is an id or a URL (k: ``Instruction/IdentifierRole``).
    case identifierEnd
    case streamBegin
    case streamEnd
    case slot
    case fillBegin
    /// k: 1 adds to what stands in the slot.
    case fillEnd
    /// Prints what stands in slot a, and empties it.
    case drain
    /// Begins an echo where slot b was asked for.
    case echoBegin
    /// Takes the characters printed since; jumps to a where there are none, or slot b was not asked for.
    case echoEnd
    /// Prints the characters that were taken.
    case echo
    /// Ends a mark: what was printed since is not echoed.
    case unechoedEnd
    /// Jumps to a unless the rendering's templates have slot b.
    case jumpUnlessAsked
    /// Jumps to a unless counter b gives its first number.
    case jumpUnlessFirst
    /// Jumps to a unless this program is the one that is rendered.
    case jumpUnlessMain
    case nextNumber
    case lastNumber
    /// Takes the next number of counter a, the current one until the end.
    case countBegin
    case countEnd
    case currentNumber

    // Pictures
    /// k: which of width (1) and height (2) are on the stack, and whether it is in the line (4).
    case pictureBegin
    case pictureEnd
    case pictureValue
    case jumpUnlessVector
    /// k: 1 where c says the share.
    case containerBegin
    case containerEnd
    case picturingBegin
    case picturingEnd
    case pictureGap

    // Tables
    /// A table of context bits a in mask b.
    case gridBegin
    /// k: 1 where a jump leaves the table.
    case gridEnd
    /// A column of width a; k says in what.
    case gridColumn
    case gridColumns
    case gridGroupEnd
    case gridRowBegin
    case gridRowTail
    case gridRowEnd
    /// Begins a cell; k says which of its numbers of columns (1) and rows (2) are on the stack.
    case gridCell

    /// Sets counter a to constant b, or to what counter b is.
    case setNumber
    case copyNumber
    case relationship
    case relationshipToStream
    /// Sets the context register: bits a of mask b; what it was is kept.
    case contextBegin
    /// Adds a to the bits b of the context register, up to c; what it was is kept.
    case contextRaise
    case contextEnd
    /// Jumps to a unless the register's bits b are c.
    case jumpUnlessContext
    /// Ends a case: jumps to a, the end of all of them.
    case contextCaseEnd
    /// Where jumps of the structure lead: does nothing.
    case landing
  }
}

/// How a value is printed in a text template.
enum EmitMode: UInt8 {
  /// As it is.
  case plain
  /// Escaped unless it is markup.
  case escaped
  /// As the machine's register says.
  case dynamic
  /// By the rule of the place.
  case place
}
