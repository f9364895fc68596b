// Text together with its skeleton: the same words with numbers and names taken out.

/// What two sentences are compared by: masked of digits and names, are they the same?
struct Phrase {
  var text = ""
  var skeleton = ""

  mutating func append(literal: String) {
    text += literal
    skeleton += literal
  }

  /// A name or a number: shown in the text, masked in the skeleton.
  mutating func append(masked value: String) {
    text += value
    skeleton += "#"
  }

  /// The skeletons of its sentences, short remarks left out.
  var sentences: [String] {
    var sentences: [String] = []
    var current = ""
    for scalar in skeleton.unicodeScalars {
      current.unicodeScalars.append(scalar)
      if scalar == "。" || scalar == "；" || scalar == "？" || scalar == "！" {
        sentences.append(current)
        current = ""
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }
}
