// Some documents are printed by the copy: every copy says which it is and whose it is.

import BatonAssessment
internal import BatonTemplate

/// One copy of a document that is handed out by the list 「分发」.
public struct CopyNote: Encodable, Sendable {
  @OrNone var number: Int?
  @OrNone var recipient: String?
  @OrNone var post: String?

  static let shape: DataShape = .record([
    "份号": .optional(.integer),
    "领取人": .optional(.text),
    "职务": .optional(.text),
  ])

  enum CodingKeys: String, CodingKey {
    case number = "份号"
    case recipient = "领取人"
    case post = "职务"
  }

  /// The copies of a document, by number; one without a number when nobody is listed.
  static func all(of document: DocumentName, in year: AssessmentYear) -> [CopyNote] {
    let listed = year.distribution(of: document).map { copy in
      CopyNote(number: copy.copyNumber, recipient: copy.recipient, post: copy.post)
    }
    return listed.isEmpty ? [CopyNote(number: nil, recipient: nil, post: nil)] : listed
  }
}
