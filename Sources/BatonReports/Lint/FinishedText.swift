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
    /// What its style is called, in Word, or its first class on a page.
    package var style: String?
    /// Its characters with their fonts, where the file says them: a page leaves them to its style sheet.
    package var faces: [Face] = []
  }

  /// Neighbouring characters of one font.
  package struct Face: Sendable {
    package var text: String
    package var font: String
  }

  package var paragraphs: [Paragraph] = []
  /// What stands in headers, footers and notes.
  package var margins: [Paragraph] = []
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
