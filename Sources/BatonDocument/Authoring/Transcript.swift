// What a Word template says, paragraph by paragraph, as a text: the source that all places of the template point
// into, so that a fault shows the paragraph as the author reads it.

internal import BatonDiagnostics

/// The lines of the paragraphs that were read.
struct Transcript {
  private(set) var bytes: [UInt8] = []
  private(set) var stories: [Source.Story] = []
  private var lineCount = 0
  /// How many paragraphs of each story that is open were written, the innermost last.
  private var open: [(label: String, count: Int)] = []

  /// Where the next character will stand.
  var end: Int { bytes.count }

  /// Begins a story: the next paragraphs are its own, until it ends.
  mutating func beginStory(_ label: String) {
    open.append((label, 0))
    markStory()
  }

  /// Ends a story; the one around it goes on.
  mutating func endStory() {
    open.removeLast()
    markStory()
  }

  private mutating func markStory() {
    guard let story = open.last else { return }
    if stories.last?.firstLine == lineCount + 1 { stories.removeLast() }
    stories.append(
      Source.Story(label: story.label, firstLine: lineCount + 1, firstParagraph: story.count + 1))
  }

  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      // A line is a paragraph.
      bytes +=
        UTF8.encode(scalar == "\n" || scalar == "\r" ? " " : scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    lineCount += 1
    if !open.isEmpty { open[open.count - 1].count += 1 }
  }
}
