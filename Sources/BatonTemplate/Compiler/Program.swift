// A compiled template: flat, immutable, shared by all tasks.

package import BatonDiagnostics

/// The code of one template.
package final class Program: Sendable {
  let code: [Operation]
  let text: PaddedBytes
  let constants: [Node]
  let constantBytes: [UInt8]
  let functions: [FunctionCode]
  let blocks: [BlockCode]
  /// Names that the code mentions by number.
  let names: [String]
  let callShapes: [CallShape]
  let exports: [[LocalName]]
  let messages: [FailMessage]
  let siteCount: Int
  private let markupPlaces: [(positions: Range<Int>, place: MarkupPlace)]
  /// The names of its slots, and of the templates that it may include, import or extend.
  let slots: [Int]
  let references: [String]
  let ranges: RangeTable
  package let source: Source

  init(_ builder: ProgramBuilder, source: Source) {
    code = builder.code
    text = PaddedBytes(builder.text)
    constants = builder.constants
    constantBytes = builder.constantBytes
    functions = builder.functions
    blocks = builder.blocks
    names = builder.names
    callShapes = builder.callShapes
    exports = builder.exports
    messages = builder.messages
    siteCount = builder.siteCount
    markupPlaces = builder.markupPlaces
    slots = builder.slots
    references = builder.references
    ranges = builder.ranges
    self.source = source
  }
}

extension Program {
  /// Where the operation at a position prints markup.
  func markupPlace(at position: Int) -> MarkupPlace? {
    markupPlaces.first { $0.positions.contains(position) }?.place
  }
}

/// A stretch of code with slots of its own: the root, a block, a macro, the body of a `call`, a recursive loop.
struct FunctionCode: Sendable {
  struct Parameter: Sendable {
    let name: Int
    let slot: Int
  }

  var name: String
  var entry = 0
  var slotCount = 0
  var parameters: [Parameter] = []
  /// Slots of the special parameters, where the body uses them.
  var callerSlot: Int?
  var keywordsSlot: Int?
  var restSlot: Int?
  /// Whether it is the body of a `call`, which has no name.
  var isAnonymous = false
  /// Whether `caller` is a parameter of its own.
  var hasExplicitCaller = false
  /// Whether what it printed is markup (autoescape was on where it was defined).
  var isMarkup = true
}

struct BlockCode: Sendable {
  let name: Int
  let function: Int
  let isScoped: Bool
  let isRequired: Bool
}

/// How arguments stand on the stack: positional ones, then keyword ones, then the spreads.
struct CallShape: Sendable {
  var positional = 0
  var keywords: [Int] = []
  var hasSpread = false
  var hasKeywordSpread = false

  var count: Int { positional + keywords.count + (hasSpread ? 1 : 0) + (hasKeywordSpread ? 1 : 0) }
}

/// A local variable that an include or a scoped block can see.
struct LocalName: Sendable {
  let name: Int
  let depth: Int
  let slot: Int
}

/// A fault that is known while compiling but only matters when reached.
struct FailMessage: Sendable {
  let kind: Fault.Kind
  let id: String
  let message: String
  let help: String?
}

/// Which range of the source an instruction came from, run-length coded beside the code.
struct RangeTable: Sendable {
  private var starts: [UInt32] = []
  private var ranges: [SourceRange] = []

  mutating func add(_ position: Int, _ range: SourceRange) {
    if ranges.last == range { return }
    if starts.last == UInt32(position) {
      ranges[ranges.count - 1] = range
    } else {
      starts.append(UInt32(position))
      ranges.append(range)
    }
  }

  /// The range of the instruction at a position.
  func range(at position: Int) -> SourceRange {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= UInt32(position) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? SourceRange(0, 0) : ranges[low - 1]
  }
}
