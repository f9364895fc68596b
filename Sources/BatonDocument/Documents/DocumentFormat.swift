// What a document can be written as.

/// The form of a finished document.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// A page that needs no other file.
  case html
  /// A Word document.
  case docx
  /// The same document as one XML file, which Word opens too.
  case flatOPC

  /// The extension of its files.
  public var fileExtension: String { self == .flatOPC ? "xml" : rawValue }
}
