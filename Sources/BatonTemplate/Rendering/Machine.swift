// The state of one rendering: arenas, stack, output. Filters, tests and functions read and make values
// through it; `Machine+Reading`, `+Making`, `+Text`, `+Comparison`, `+Operators` say how.

import BatonDiagnostics

/// The virtual machine, one a renderer. It is passed `inout`; nothing in it is shared between tasks.
package struct Machine: ~Copyable {
  // MARK: Arenas

  var document: Document = .empty
  var constantNodes: [Node] = []
  var constantBytes = ByteBuffer(capacity: 1024)
  var scratchNodes: [Node] = []
  var scratchBytes = ByteBuffer(capacity: 4096)
  /// Lists, mappings and objects made while rendering; nodes hold their numbers.
  var lists: [[Node]] = []
  var maps: [MapStore] = []
  var objects: [MachineObject] = []
  /// What stands for the lists and records of the data that the template has changed.
  var changes: [DocumentPlace: Node] = [:]

  // MARK: Execution

  var stack: [Node] = []
  /// Slots of all running frames.
  var slots: [Node] = []
  /// Where the next frame begins.
  var top = 0
  /// Numbers activations and loops, so that what outlived its frame is recognized.
  var serial = 0
  var depth = 0
  var loops: [LoopState] = []
  /// The recursive loop that is being entered, and how deep.
  var pendingRecursion: RecursiveLoop?
  var recursionDepth = 1
  /// Whether the loop that ended last ran at all.
  var lastLoopRan = false
  var contexts: [Context] = []
  /// The names that a rendering was given beside its data.
  var boundNames = Context()
  var captures: [Int] = []
  /// How many captures of structured templates are open: their structure is recorded, not made.
  var recordingDepth = 0
  var isRecording: Bool { recordingDepth > 0 }
  var escapingStack: [Bool] = []
  /// The dialect's context register, and what it was before.
  var contextRegister: UInt32 = 0
  var contextRegisterStack: [UInt32] = []
  var steps = 0
  /// How often a value was stored where it outlives its iteration.
  var keptCount = 0
  var budget = Budget()

  // MARK: Output

  var out = ByteBuffer(capacity: 16384)
  var marks: [Mark] = []
  var streams = StreamStore()
  var identifiers = IdentifierRegister()
  var fillNames: [UInt32] = []
  /// Numbers that are being counted, the innermost last.
  var counts: [(name: UInt32, number: Int)] = []
  /// Tables that are being printed, the innermost last.
  var grids: [GridRegister] = []
  var pictures = PictureRegister()
  /// Characters taken by echoes that are being written.
  var echoes: [[UInt8]] = []
  var openEchoes = 0
  /// What the open echoes leave out, in the order of the output.
  var unechoed: [Range<Int>] = []
  var rules: [PlaceRule] = []
  /// Whether a filter may have made any character whatever.
  package var makesCharacters = false

  // MARK: Programs

  var environment: Environment
  var linked: [LinkedProgram] = []
  var linkedNumbers: [ObjectIdentifier: Int] = [:]
  /// The program of the template that is rendered, or of what it extends.
  var mainProgram = 0
  /// The slots that the rendering's templates have.
  var askedSlots: [UInt32] = []
  var symbols: [ExactText: UInt32] = [:]
  var symbolNames: [Node] = []
  var caches: [InlineCache] = []
  var lineage: ShapeTable.Lineage?
  /// Where the fault that is under way happened, innermost first.
  var trace: [(program: Int, position: Int)] = []
  /// The faults of a template that was loaded and could not be compiled.
  var brokenTemplate: [Diagnostic] = []

  var undefinedMode = UndefinedMode.default
  /// Whether what is printed now is escaped: read by filters that make markup.
  package var autoescapes = false

  package init(_ environment: Environment = Environment()) {
    self.environment = environment
    undefinedMode = environment.undefined
    rules = environment.dialect.rules
  }

  /// The callables that templates know by name.
  package var library: Library { environment.library }
}

/// What becomes of a value that is not there.
public enum UndefinedMode: String, Sendable, Hashable {
  /// Prints nothing, is false, iterates as empty; any other use is an error.
  case `default`
  /// Any use is an error.
  case strict
  /// Like `default`, and its attributes are undefined too.
  case chainable
  /// Like `default`, but prints what is missing.
  case debug
}
