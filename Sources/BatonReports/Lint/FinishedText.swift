// A finished document as a reader sees it: paragraphs in their order, wherever they were written.

package import BatonDiagnostics

/// The text of a Word document or a page, in the order it is read.
package struct FinishedText: Sendable {
  package struct Paragraph: Sendable {
    package var text: String
    package var place: Diagnostic.Place
    /// 1 is the title; `nil` for text.
    package var headingLevel: Int?
    package var isInTable = false
    /// Whether a page is forced to end before it.
    package var startsPage = false
  }

  package var paragraphs: [Paragraph] = []
  /// The fonts that the document names, where it names any.
  package var fonts: [String] = []
  package var file: String
}

extension FinishedText {
  /// Paragraphs that say something, with what stands at their ends taken off.
  var spoken: [Paragraph] {
    paragraphs.compactMap { paragraph in
      var paragraph = paragraph
      paragraph.text = paragraph.text.trimmed
      return paragraph.text.isEmpty ? nil : paragraph
    }
  }
}
