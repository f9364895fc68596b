// The formats that every document is made in.

/// A format of a finished document; the raw value is also the file's extension.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// A self-contained web page.
  case html
  /// A Word document.
  case docx
  /// The same Word document as one XML file (Flat OPC).
  case xml
}
