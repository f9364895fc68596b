// What a view model promises to a template: its fields and the kind of each. An Encodable type cannot be asked for
// its fields, so every view model states them beside its coding keys; a test holds it to them.

public import BatonTemplate

/// What one document is rendered from: exactly what its audience may see, in the words of the workbook's headings.
public protocol ViewModel: Encodable, Sendable {
  /// Its fields, by the names that templates use.
  static var shape: DataShape.Fields { get }
  /// The document's title: on the page, in the file's properties and in the year.
  var title: String { get }
}
