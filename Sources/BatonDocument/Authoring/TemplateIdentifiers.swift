// The ids that a Word template's parts use: what a rendering numbers itself begins above them (TEMPLATES §11).

internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// The greatest ids of a package.
struct TemplateIdentifiers {
  private var drawing = 0
  private var bookmark = 0
  private var relationship = 0
  private var numbering = 0

  mutating func read(_ tree: XMLTree) {
    if let root = tree.root { read(root, in: tree) }
  }

  private mutating func read(_ element: XMLTree.Element, in tree: XMLTree) {
    switch element.localName {
    case "docPr": raise(&drawing, to: tree.value(of: "id", in: element))
    case "bookmarkStart": raise(&bookmark, to: tree.value(of: element, word: "id"))
    case "num": raise(&numbering, to: tree.value(of: element, word: "numId"))
    default: break
    }
    for case .element(let child) in element.children { read(child, in: tree) }
  }

  mutating func read(_ relationships: [Relationship]) {
    for relationship in relationships where relationship.id.hasPrefix("rId") {
      raise(&self.relationship, to: String(relationship.id.dropFirst(3)))
    }
  }

  private func raise(_ greatest: inout Int, to text: String?) {
    // Ids of 32 bits: a greater one would leave no room above.
    guard let number = text.flatMap({ Int($0) }), number < Int(Int32.max) / 2 else { return }
    greatest = max(greatest, number)
  }

  /// Counters that have something to stay clear of.
  var instructions: [TemplateNode] {
    let starts: [(CounterName, Int)] = [
      (.drawing, drawing), (.bookmark, bookmark), (.relationship, relationship), (.numbering, numbering),
    ]
    return starts.filter { $0.1 > 0 }.map { .instruction(.setNumber($0.0, to: .constant($0.1))) }
  }
}
