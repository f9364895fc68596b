// The data that a template is rendered with: an immutable arena of nodes, shared by all tasks without locks.

/// Data, ready to be rendered: made by ``ValueEncoder`` or ``JSONReader``.
///
/// A document never changes, so any number of tasks may render from one at the same time.
public final class Document: Sendable {
  let nodes: [Node]
  let bytes: PaddedBytes
  let shapes: ShapeTable
  /// Pictures among the values.
  let images: [Image]
  /// The value itself; the names of a template's context are the fields of a record.
  package let root: Node
  /// Whether a text holds U+FFFE or U+FFFF, which no XML may hold.
  let holdsNoncharacters: Bool

  init(nodes: [Node], bytes: [UInt8], shapes: ShapeTable, images: [Image] = [], root: Node) {
    self.nodes = nodes
    self.bytes = PaddedBytes(bytes)
    self.shapes = shapes
    self.images = images
    self.root = root
    holdsNoncharacters = self.bytes.holdsNoncharacters || shapes.bytes.holdsNoncharacters
  }

  /// A document whose root is an empty record.
  public static let empty = DocumentBuilder().emptyDocument()

  /// How many bytes and nodes the document takes, roughly.
  public var byteCount: Int { bytes.count + nodes.count * 16 }
}
