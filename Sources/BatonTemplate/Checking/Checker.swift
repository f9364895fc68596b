// Abstract interpretation of a template over the shape of its data: every statement is run once, with values
// that say what could be there. What is wrong for some value of the shape is reported; a macro is run for each
// shape of its arguments.

import BatonDiagnostics

/// One run over a template and all it extends, includes and imports.
struct Checker {
  /// A template as the front end leaves it: lifted, not lowered.
  struct Tree {
    let source: Source
    let nodes: [TemplateNode]
    /// What compiling it found worth knowing.
    var warnings: [Diagnostic] = []
  }

  /// Gives templates by name; `nil` where there is none.
  typealias Load = (String) throws(TemplateError) -> Tree?

  /// A template that is being gone through.
  struct Unit {
    let source: Source
    let nodes: [TemplateNode]
    /// Macros of the top level, that others may call before they are defined.
    var hoisted: [String: Possible] = [:]
    /// Whether it is the template that is checked: the macros of others may be there for others.
    var isMain = false
  }

  struct Macro {
    let name: String
    let parameters: Parameters
    let body: [TemplateNode]
    let unit: Int
    /// The scope it was defined in; a macro of the top level is known before its definition is reached.
    var home: FlowState
    var headRange: SourceRange?
    /// What `caller` is in the body.
    var caller: Possible?
    /// Printed by `super()` and `caller()`: runs with the scope it was written in.
    var isInline = false
  }

  struct Call: Hashable {
    let macro: Int
    let arguments: [Possible]
    let caller: Possible?
    /// What the body may read beside its arguments.
    let namespaces: [[String: Possible]]
  }

  let library: Library
  private let read: Load

  var units: [Unit] = []
  var macros: [Macro] = []
  var modules: [[String: Possible]] = []
  var namespaces: [[String: Possible]] = []
  /// What calls gave; `nil` while a call is running (a recursive one is unknown).
  var results: [Call: Possible?] = [:]
  var calledMacros: Set<Int> = []
  var runningMacros: [Int] = []
  /// Bodies of blocks by name, the most derived first, and how many of them are running.
  var blocks: [String: [Int]] = [:]
  var runningBlocks: [(name: String, level: Int)] = []
  var openTemplates: [String] = []
  /// Where the running macros were called.
  var callSites: [Diagnostic.Place] = []
  var unit = 0
  /// Whether the shape of the data was given: if not, names that nobody sets are fields of it.
  var knowsData = true
  /// Whether what is undefined must not even be asked whether it is true.
  var isStrict = true
  /// The shapes that references of the data's shape name.
  var definitions: [String: DataShape] = [:]
  /// The recursive loops that are running, and what they have gone through.
  var recursiveLoops: [RecursiveLoop] = []
  var report = TemplateReport()
  private var seenFaults: Set<Diagnostic> = []
  private var seenUses: Set<FieldUse> = []
  var seenOpen: Set<Diagnostic> = []

  struct RecursiveLoop {
    let body: [TemplateNode]
    let target: AssignmentTarget
    let condition: Expression?
    var elements: [Possible]
  }

  init(library: Library, load: @escaping Load) {
    self.library = library
    read = load
  }

  var source: Source { units[unit].source }

  func text(_ range: SourceRange) -> String { source.text(in: range) }

  /// What there is of a name.
  enum Loaded {
    case tree(Tree)
    /// A template whose faults are reported: nothing is known of what it prints.
    case broken
    case missing
  }

  mutating func load(_ name: String) -> Loaded {
    do throws(TemplateError) {
      guard let tree = try read(name) else { return .missing }
      addFindings(tree.warnings)
      return .tree(tree)
    } catch {
      addFindings(error.diagnostics)
      return .broken
    }
  }

  /// What was found when a template was read; it may be read for several others.
  private mutating func addFindings(_ findings: [Diagnostic]) {
    report.diagnostics += findings.filter { seenFaults.insert($0).inserted }
  }

  /// Reports once a place: a macro's body may be run for several calls.
  mutating func fault(
    _ id: String, _ message: String, at range: SourceRange, help: String? = nil
  ) {
    var fault = Diagnostic(id, .error, message, at: .range(source, range), help: help)
    guard seenFaults.insert(fault).inserted else { return }
    if let site = callSites.last { fault.notes.append(Diagnostic.Note("从这里调用", at: site)) }
    report.diagnostics.append(fault)
  }

  /// Evaluates without reporting: what is wrong was said, or will be, at the evaluation that counts.
  mutating func silently<Result>(_ body: (inout Checker) -> Result) -> Result {
    let before = (report, seenFaults, seenUses, seenOpen)
    defer { (report, seenFaults, seenUses, seenOpen) = before }
    return body(&self)
  }

  /// Evaluates what is asked whether it is there: its fields are used, and nothing about it is wrong.
  mutating func asking(_ body: (inout Checker) -> Void) {
    let before = (report.diagnostics, report.unproved, seenFaults, seenOpen)
    let count = report.uses.count
    body(&self)
    (report.diagnostics, report.unproved, seenFaults, seenOpen) = before
    let wrong = report.uses[count...].filter { $0.verdict == .wrong }
    seenUses.subtract(wrong)
    report.uses = report.uses[..<count] + report.uses[count...].filter { $0.verdict != .wrong }
  }

  /// Evaluates, and says nothing of what may not be there: that is asked.
  mutating func askingForAbsence<Result>(_ body: (inout Checker) -> Result) -> Result {
    let before = report.diagnostics.count
    let seen = seenFaults
    defer {
      let isAbsence = report.diagnostics[before...].contains { $0.id == "maybe-missing" }
      if isAbsence {
        report.diagnostics =
          report.diagnostics[..<before] + report.diagnostics[before...].filter { $0.id != "maybe-missing" }
        seenFaults = seen.union(report.diagnostics)
      }
    }
    return body(&self)
  }

  mutating func use(
    _ path: String, at range: SourceRange, _ verdict: FieldUse.Verdict, isOptional: Bool = false
  ) {
    let use = FieldUse(
      path: path, source: source, range: range, verdict: verdict, isOptional: isOptional)
    if seenUses.insert(use).inserted { report.uses.append(use) }
  }
}

extension Checker {
  /// Checks a template, and all it refers to, against what its data has at its top; `nil` when nothing is known
  /// of it.
  static func check(
    _ name: String, against fields: DataShape.Fields?, library: Library = .standard, isStrict: Bool = true,
    load: @escaping Load
  ) -> TemplateReport {
    var checker = Checker(library: library, load: load)
    var data: [String: Possible] = [:]
    checker.isStrict = isStrict
    checker.definitions = fields?.definitions ?? [:]
    for field in fields?.fields ?? [] {
      data[field.name] = checker.possible(field.shape, at: field.name)
    }
    checker.knowsData = fields != nil
    var scope = FlowState(data: data)
    if !checker.runTemplate(named: name, at: nil, in: &scope) {
      checker.report.diagnostics.append(
        Diagnostic("unknown-template", .error, "没有模板「\(name)」", at: .file(name)))
    }
    checker.runUncalledMacros()
    checker.report.uses.sort { ($0.source.name, $0.range.start) < ($1.source.name, $1.range.start) }
    return checker.report
  }

  /// A macro that nobody calls is still checked, with arguments of which nothing is known.
  private mutating func runUncalledMacros() {
    // Of their arguments nothing can be proved, and nothing has to be.
    let unproved = report.unproved
    defer { report.unproved = unproved }
    for index in macros.indices where !calledMacros.contains(index) && !macros[index].isInline {
      guard units[macros[index].unit].isMain else { continue }
      _ = call(
        index, positional: [], keyword: [], isOpen: true, caller: .unknown, at: SourceRange(0, 0))
    }
  }
}
