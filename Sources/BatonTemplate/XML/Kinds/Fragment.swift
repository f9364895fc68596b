// What a tag can print besides values: pieces of templates, printed as if they had been written there.

import BatonDiagnostics

/// A piece of a template that is printed from elsewhere.
enum Fragment: Hashable, Sendable {
  case macro(template: String, name: String)
  /// `{% set x %}…{% endset %}`
  case capture(template: String, name: String)
  /// The body of a block as one template gives it.
  case block(template: String, name: String)
  /// A whole template, included.
  case template(String)
  /// The loop that `loop(…)` runs again, by where its `for` begins.
  case loop(template: String, start: UInt32)
}

/// The nodes of a fragment and where they come from.
struct FragmentBody {
  var nodes: [TemplateNode]
  var source: Source
  var template: XMLTemplate
  /// Its name as the reader knows it.
  var label: String
  var range: SourceRange
}

/// One thing that prints, as far as kinds go.
struct Leaf {
  var kind: Kind
  /// What it is called, or the text that it is.
  private let written: String?
  var source: Source
  var range: SourceRange
  /// The tag that printed it from elsewhere, innermost last; empty where it stands itself.
  var fragments: [FragmentName] = []

  struct FragmentName {
    var label: String
    var source: Source
    var range: SourceRange
  }

  /// Without a label, it is called as it is written.
  init(kind: Kind, label: String?, source: Source, range: SourceRange) {
    self.kind = kind
    self.written = label
    self.source = source
    self.range = range
  }

  /// What it is called: 「表格」, 「文字」. Made only for a reader: most leaves are never named.
  var label: String { kind == .text ? (written ?? source.text(in: range)).excerpt : written ?? "" }
}

/// What a list of nodes prints: for each kind the first leaf of it, in the order met.
struct Leaves {
  private(set) var items: [Leaf] = []
  /// The kinds of the leaves.
  private(set) var kinds: KindSet = []
  /// `caller()` is printed among them.
  var printsCaller = false

  mutating func add(_ leaf: Leaf) {
    if kinds.contains(leaf.kind) { return }
    kinds.insert(leaf.kind)
    items.append(leaf)
  }

  mutating func add(_ other: Leaves, through name: Leaf.FragmentName? = nil) {
    for var leaf in other.items {
      if let name { leaf.fragments.insert(name, at: 0) }
      add(leaf)
    }
    printsCaller = printsCaller || (other.printsCaller && name == nil)
  }

  /// The least kind that holds all; `nil` where none does.
  var kind: Kind? { kinds.joined }

  func has(_ kind: Kind) -> Bool { kinds.contains(kind) }
}
