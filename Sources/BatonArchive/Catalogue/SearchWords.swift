// Text cut into what is searched for: Chinese by overlapping pairs of characters, everything else by words.

/// The words of a text, in order.
///
/// A run of Chinese characters gives each pair of neighbours, then its last character alone: 「优秀率」 gives
/// 「优秀」「秀率」「率」. So any stretch of two or more is a phrase of neighbouring pairs, and any single character is the
/// beginning of a word. Words in other letters, and numbers, are kept whole.
struct SearchWords {
  /// A stretch of one sort.
  enum Run: Hashable {
    case han([Unicode.Scalar])
    case word([Unicode.Scalar])
  }

  /// The runs of a text, folded.
  static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    var current: [Unicode.Scalar] = []
    var sort = Sort.none
    func close() {
      switch sort {
      case .none: break
      case .han: runs.append(.han(current))
      case .word: runs.append(.word(current))
      }
      current.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let folded = folded(scalar)
      let next = Sort(folded)
      if next != sort {
        close()
        sort = next
      }
      if next != .none { current.append(folded) }
    }
    close()
    return runs
  }

  /// The words of a text with a space between them: what the index is given.
  static func indexed(_ text: String) -> String {
    var words = String.UnicodeScalarView()
    func space() { if !words.isEmpty { words.append(" ") } }
    for run in runs(of: text) {
      switch run {
      case .word(let scalars):
        space()
        words.append(contentsOf: scalars)
      case .han(let scalars):
        for index in scalars.indices {
          space()
          words.append(scalars[index])
          if index + 1 < scalars.count { words.append(scalars[index + 1]) }
        }
      }
    }
    return String(words)
  }

  /// What is searched as if it were the same: full-width forms as half-width ones, capitals as small letters.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    return value == scalar.value ? scalar : Unicode.Scalar(value) ?? scalar
  }

  private enum Sort {
    case none, han, word

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: self = .word
      case ..<0x80: self = .none
      case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0x20000...0x3FFFD:
        self = .han
      case 0x2E80...0x33FF, 0xFE30...0xFFEF: self = .none
      default:
        let properties = scalar.properties
        self = properties.isAlphabetic || properties.numericType != nil ? .word : .none
      }
    }
  }
}
