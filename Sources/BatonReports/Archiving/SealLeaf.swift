// 封存说明: the head digest on a leaf of its own, to be printed and kept apart from the archive.

package import BatonArchive
package import BatonDocument
package import BatonTemplate

/// What a sealed version is known by.
package struct SealLeaf: ViewModel {
  package let title: String
  let object: String
  let version: Int
  let sequence: Int
  let time: String
  let user: String
  let message: String
  /// The head digest in lines of 32 digits, in groups of eight.
  let digest: [String]
  let key: String
  let picture: Image

  package static let shape: DataShape.Fields = [
    "题名": .text, "对象": .text, "版本": .integer, "序次": .integer, "时间": .text, "提交人": .text, "说明": .text,
    "链头": .list(of: .text), "密钥": .text, "二维码": .unknown,
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case object = "对象"
    case version = "版本"
    case sequence = "序次"
    case time = "时间"
    case user = "提交人"
    case message = "说明"
    case digest = "链头"
    case key = "密钥"
    case picture = "二维码"
  }

  /// - Returns: `nil` if the QR symbol can't be made.
  package init?(_ seal: Seal, of version: ArchivedObject.Version) {
    guard let code = QRCode(seal.digest.hex) else { return nil }
    title = "\(seal.object.county)\(seal.object.year)年度考核档案封存说明"
    object = seal.object.description
    self.version = seal.version
    sequence = seal.sequence
    time = seal.time
    user = version.user
    message = version.message
    digest = Self.grouped(seal.digest.hex)
    key = seal.key
    picture = code.picture
  }

  private static func grouped(_ hex: String) -> [String] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 32).map { line in
      stride(from: line, to: line + 32, by: 8).map { String(digits[$0..<$0 + 8]) }.joined(separator: " ")
    }
  }

  /// The leaf as text, for those who have no browser.
  package var text: String {
    """
    \(title)

    对象：\(object)　第 \(version) 版　全库第 \(sequence) 次封存
    时间：\(time)　提交人：\(user)
    说明：\(message)
    密钥：\(key)
    链头（SHA-512）：
      \(digest.joined(separator: "\n  "))

    这一页单独打印、单独保管。以后用 baton archive verify --head 链头 核对：库里的任何改动、增减都会看出来。

    """
  }

  /// The leaf as text, page and Word document, by file extension.
  package func files() throws(DocumentError) -> [(fileExtension: String, bytes: [UInt8])] {
    let leaflet = Leaflet(try .embedded())
    var files = [("txt", Array(text.utf8))]
    for format in [DocumentFormat.html, .docx] {
      let bytes = try leaflet.bytes(of: self, from: "seal-leaf.html", as: format, unit: user)
      files.append((format.fileExtension, bytes))
    }
    return files
  }
}
