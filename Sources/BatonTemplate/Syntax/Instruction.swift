// The closed set of things that a lowered tree can ask of the renderer beyond printing (DESIGN idea 2):
// streams, slots, counters, registered resources, registers, and marks that take back what turned out empty.

package import BatonDiagnostics

/// A request to the renderer that stands in a tree.
package indirect enum Instruction: Sendable {
  /// Prints `open`, `body`, `close`; takes all of it back when the body printed nothing.
  case unlessEmpty(open: [TemplateNode], body: [TemplateNode], close: [TemplateNode])
  /// Prints `open`, `body`, `close`; the body alone where it is a value or fragment that turned out to be a block.
  case unlessBlock(open: [TemplateNode], body: [TemplateNode], close: [TemplateNode])
  /// Prints the body, or the fallback when the body printed nothing.
  case orElse(body: [TemplateNode], fallback: [TemplateNode])
  /// Runs the body with its output appended to a stream, opened anew (a part an execution) or continued.
  case stream(StreamName, isNew: Bool, body: [TemplateNode])
  /// Leaves a gap in the current stream that is filled before the end.
  case slot(SlotName)
  /// Runs the body and puts what it printed into a slot; a later fill replaces an earlier one.
  case fill(SlotName, body: [TemplateNode])
  /// Runs the body and adds what it printed to what stands in a slot.
  case append(SlotName, body: [TemplateNode])
  /// Runs and prints the body. Where the rendering's templates have the slot and characters were printed, adds
  /// `open`, the characters without their markup, and `close` to what stands in it.
  case echo(SlotName, open: [TemplateNode], body: [TemplateNode], close: [TemplateNode])
  /// Runs and prints the body, which an echo around it leaves out.
  case unechoed(body: [TemplateNode])
  /// Prints what stands in a slot, and empties it.
  case drain(SlotName)
  /// Runs the body where the rendering's templates have a slot.
  case whereAsked(SlotName, body: [TemplateNode])
  /// Runs the body the first time that the counter is asked, and never again.
  case once(CounterName, body: [TemplateNode])
  /// Runs the body at the end of the template that is rendered, not where it is included or extended.
  case atEnd(body: [TemplateNode])
  /// Takes the next number of a counter and prints it.
  case nextNumber(CounterName)
  /// Prints the number that the counter gave last, plus an offset.
  case lastNumber(CounterName, offset: Int)
  /// Sets a counter: what it counts begins above the ids of a template, or two counters share their numbers.
  case setNumber(CounterName, to: CounterValue)
  /// Prints the relationship id (`rIdN`, of the current stream's part) of a target named by an expression.
  case relationship(kind: RelationshipKind, target: Expression)
  /// Prints the relationship id of the stream that was opened last under a name.
  case relationshipToStream(StreamName)
  /// Runs the body with some bits of the dialect's context register set, and restores it after; fragments
  /// (macros, blocks, includes, callers) keep it across their calls and print by it. It starts as 0.
  case inContext(ContextBits, body: [TemplateNode])
  /// Runs the body with some bits of the context register, read as a number, made greater, up to a limit.
  case raisingContext(ContextStep, body: [TemplateNode])
  /// Prints by some bits of the context register: the body of the case that equals them, else `otherwise`.
  case byContext(mask: UInt32, cases: [ContextCase], otherwise: [TemplateNode])

  /// Prints the body, which is an id (`definition`), or a URL that may point to one (`reference`). An id printed
  /// twice and a reference to one never printed are errors.
  case identifier(IdentifierRole, body: [TemplateNode])

  /// Takes the next number of a counter and runs the body, in which ``currentNumber(_:)`` prints it.
  case counted(CounterName, body: [TemplateNode])
  /// Prints the number of the innermost ``counted(_:body:)`` around.
  case currentNumber(CounterName)

  /// A table whose columns are counted while it is printed: the body's rows and cells know where they stand in it.
  /// The bits are what is known of the context.
  case grid(ContextBits, body: [TemplateNode])
  /// A column that a table declares before its rows.
  case gridColumn(ColumnWidth)
  /// Where the columns stand in the output: filled when they have been counted.
  case gridColumns
  /// What covers several rows ends with a group of rows.
  case gridGroupEnd
  /// A row: `open`, `body`, `close`; all of it is taken back where the body printed no cell.
  case gridRow(open: [TemplateNode], body: [TemplateNode], close: [TemplateNode])
  /// Where a row says how many columns it leaves empty.
  case gridRowTail
  /// The beginning of a cell that covers as many columns and rows as the expressions say; before it come the
  /// continuations of cells that reach down from above.
  case gridCell(columns: Expression?, rows: Expression?, SourceRange)

  /// Runs the body for a picture, whose values it prints.
  case picture(PictureRequest, body: [TemplateNode])
  case pictureValue(PictureValue)
  /// Prints the body where the picture is a drawing.
  case ifVector(body: [TemplateNode])
  /// Runs the body in a part of a place, in thousandths of a percent: pictures are no wider. Without a share it is
  /// the cell that the grid register knows.
  case container(share: Int?, ContextBits, body: [TemplateNode])
  /// A paragraph that wants to know whether a picture is printed in it; `pictureGap` is where it says so.
  case picturing(body: [TemplateNode])
  case pictureGap

  /// A picture as a template asks for it.
  package struct PictureRequest: Sendable {
    /// A loader's name, or an image value.
    package let source: Expression
    package let width: Expression?
    package let height: Expression?
    /// Whether it stands in the line.
    package let isInline: Bool
    /// What is known of the context.
    package let context: ContextBits
    package let range: SourceRange

    package init(
      source: Expression, width: Expression?, height: Expression?, isInline: Bool, context: ContextBits,
      range: SourceRange
    ) {
      self.source = source
      self.width = width
      self.height = height
      self.isInline = isInline
      self.context = context
      self.range = range
    }
  }

  /// What can be printed of a picture.
  package enum PictureValue: UInt8, Sendable {
    case width, height, style, address, relationship
    /// Of a drawing itself, where ``relationship`` is that of its bitmap.
    case vectorRelationship
  }

  /// An `anchor` is a reference without its `#`.
  package enum IdentifierRole: UInt8, Sendable { case definition, reference, anchor }

  package enum RelationshipKind: UInt8, Sendable { case hyperlink }
}

/// What some bits of the context register become: `register = register & ~mask | value`.
package struct ContextBits: Sendable, Hashable {
  package let mask: UInt32
  /// Has no bit outside the mask.
  package let value: UInt32

  package init(mask: UInt32, value: UInt32) {
    precondition(value & ~mask == 0, "a value outside its mask")
    self.mask = mask
    self.value = value
  }
}

/// How some bits of the context register grow: `field = min(field + step, limit)`, all of them in their places.
package struct ContextStep: Sendable, Hashable {
  package let mask: UInt32
  package let step: UInt32
  package let limit: UInt32

  package init(mask: UInt32, step: UInt32, limit: UInt32) {
    precondition(step & ~mask == 0 && limit & ~mask == 0, "a step outside its mask")
    self.mask = mask
    self.step = step
    self.limit = limit
  }
}

/// One branch of ``Instruction/byContext(mask:cases:otherwise:)``: taken when the masked register equals `value`.
package struct ContextCase: Sendable {
  package let value: UInt32
  package let body: [TemplateNode]

  package init(value: UInt32, body: [TemplateNode]) {
    self.value = value
    self.body = body
  }
}

/// What a column of a table wants to be wide.
package enum ColumnWidth: Sendable, Hashable {
  /// In the unit of the dialect.
  case fixed(Int)
  /// In thousandths of a percent of the table.
  case percent(Int)
  /// An equal share of what the others leave.
  case share
}

/// A stream is what one part of the document is written to; the main one is `document`.
package struct StreamName: Sendable, Hashable {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package static let document = StreamName("document")
}

package struct SlotName: Sendable, Hashable {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a counter is set to.
package enum CounterValue: Sendable, Hashable {
  case constant(Int)
  /// The number that another counter gave last.
  case last(CounterName)
}

package struct CounterName: Sendable, Hashable {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// Relationship ids of every stream are given from above its value.
  package static let relationship = CounterName("relationship")
}
