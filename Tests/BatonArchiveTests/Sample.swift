// A small store to try things on.

import BatonArchive
import TestSupport

enum Sample {
  static let object = ObjectID(county: "某县", year: 2022)

  /// A submission of a few files; the text of one differs by edition.
  static func submission(_ edition: Int = 1, object: ObjectID = object) -> Submission {
    Submission(
      object: object,
      files: [
        SubmittedFile("原始数据/年度.csv", .bytes(Array("项目,内容\n县名,某县\n".utf8))),
        SubmittedFile("原始数据/单位.csv", .bytes(Array("单位编号\nU001\n".utf8))),
        SubmittedFile("文书/通报.html", .bytes(Array("<p>第 \(edition) 稿</p>".utf8))),
        SubmittedFile("results.json", .bytes(Array("{\"单位\":{}}".utf8))),
      ],
      message: "第 \(edition) 次归档", user: "考核办", time: "2023-03-0\(edition)T08:00:00Z")
  }

  static func key() throws -> SigningKey { try SigningKey() }
}

extension TemporaryFolder {
  var store: String { path + "/Archive" }
}
