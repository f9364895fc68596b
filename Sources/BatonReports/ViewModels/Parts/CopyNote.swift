// Some documents are printed by the copy: every copy says which it is and whose it is.

import BatonAssessment
internal import BatonTemplate

/// One copy of a document that is handed out by the list 「分发」.
public struct CopyNote: Encodable, Sendable {
  @OrNone var number: Int?
  /// How many there are in all.
  let count: Int
  @OrNone var recipient: String?
  @OrNone var post: String?

  static let shape: DataShape = .record([
    "份号": .optional(.integer),
    "共几份": .integer,
    "领取人": .optional(.text),
    "职务": .optional(.text),
  ])

  enum CodingKeys: String, CodingKey {
    case number = "份号"
    case count = "共几份"
    case recipient = "领取人"
    case post = "职务"
  }

  /// The copies of a document, by number; one without a number when nobody is listed.
  static func all(of document: DocumentName, in year: AssessmentYear) -> [CopyNote] {
    let listed = year.distribution(of: document)
    guard !listed.isEmpty else { return [CopyNote(number: nil, count: 1, recipient: nil, post: nil)] }
    return listed.map { copy in
      CopyNote(
        number: copy.copyNumber, count: listed.count, recipient: copy.recipient, post: copy.post)
    }
  }
}
