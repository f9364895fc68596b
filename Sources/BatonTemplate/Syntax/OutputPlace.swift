// Where a value is printed decides what becomes of its characters (TEMPLATES §6).

/// A place that values are printed in, by the number of its rule in the dialect.
///
/// `plain` is the text template's: nothing is escaped unless autoescaping says so.
package struct OutputPlace: Sendable, Hashable, BitwiseCopyable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A text template: printed as Jinja prints it, escaped where autoescape is on.
  package static let plain = OutputPlace(rawValue: 0)
  /// Between tags: `&`, `<`, `>` escaped, line breaks and tabs as the dialect writes them.
  package static let text = OutputPlace(rawValue: 1)
  /// Between tags where line breaks stay: `title`, `pre`, XML of no known vocabulary.
  package static let preservedText = OutputPlace(rawValue: 2)
  /// In a quoted attribute: quotes escaped too, line feed and tab as character references.
  package static let attribute = OutputPlace(rawValue: 3)
  /// In an attribute that holds a URL.
  package static let url = OutputPlace(rawValue: 4)
  /// In an attribute that holds an integer of at least 1.
  package static let count = OutputPlace(rawValue: 5)
  /// In an attribute that holds an integer of 1 to 63: spans.
  package static let span = OutputPlace(rawValue: 6)
  /// Where a whole number measures something: a style that the program writes, an indent in Word.
  package static let measure = OutputPlace(rawValue: 7)
  /// Where a whole number is the size of a head: 16 to 60 points.
  package static let headlineSize = OutputPlace(rawValue: 8)
  /// In an element that holds characters only, as `title`: line breaks stay, and a fragment has no place.
  package static let characters = OutputPlace(rawValue: 9)
  /// Between tags, alone in what holds blocks: as `text`, and a fragment may be a block.
  package static let flow = OutputPlace(rawValue: 10)

  /// The places within quotes.
  static let attributes: Set<OutputPlace> = [.attribute, .url, .count, .span, .measure, .headlineSize]
}
