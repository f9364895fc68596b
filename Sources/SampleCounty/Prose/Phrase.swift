// Text together with its skeleton: the same words with numbers and names taken out.

/// What two sentences are compared by: masked of digits and names, are they the same?
struct Phrase {
  var text = ""
  var skeleton = ""
  /// Which alternatives of which rules it has drawn on.
  var used: [String: Set<Int>] = [:]

  mutating func append(literal: String) {
    text += literal
    skeleton += literal
  }

  /// A name or a number: shown in the text, masked in the skeleton.
  mutating func append(masked value: String) {
    text += value
    skeleton += "#"
  }

  /// The skeletons of its sentences, without what ends them.
  var sentences: [String] {
    var sentences: [String] = []
    var current = ""
    for scalar in skeleton.unicodeScalars {
      if scalar == "。" || scalar == "；" || scalar == "？" || scalar == "！" {
        if !current.isEmpty { sentences.append(current) }
        current = ""
      } else {
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }
}
