// What verification says: findings, and the evidence that there are none.

/// What an electronic record must keep: the four qualities of archives (DA/T 70-2018).
public enum Quality: String, Sendable, Hashable, CaseIterable {
  /// The record is what was handed in, by whom it says.
  case authenticity = "真实性"
  /// Nothing is missing and nothing was added.
  case integrity = "完整性"
  /// It can be read.
  case usability = "可用性"
  /// Nothing is where it should not be.
  case security = "安全性"
}

/// Something that is not as it was handed in.
public struct Finding: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case changedContent = "changed-content"
    case missingFile = "missing-file"
    case foreignFile = "foreign-file"
    case damagedInventory = "damaged-inventory"
    case missingVersion = "missing-version"
    case damagedSeal = "damaged-seal"
    case badSignature = "bad-signature"
    case unknownKey = "unknown-key"
    case brokenChain = "broken-chain"
    case otherHead = "other-head"
    case unreadableDocument = "unreadable-document"
    case unfinishedCommit = "unfinished-commit"

    /// Under which quality it is reported.
    public var quality: Quality {
      switch self {
      case .badSignature, .unknownKey, .brokenChain, .otherHead, .damagedSeal: .authenticity
      case .changedContent, .missingFile, .damagedInventory, .missingVersion, .unfinishedCommit: .integrity
      case .unreadableDocument: .usability
      case .foreignFile: .security
      }
    }
  }

  public let kind: Kind
  /// Relative to the store.
  public let path: String
  /// One Chinese sentence without a full stop.
  public let message: String
}

/// What a verification found, and what it looked at.
public struct VerificationReport: Sendable, Hashable {
  /// In the order of their paths.
  public internal(set) var findings: [Finding] = []
  public internal(set) var objectCount = 0
  public internal(set) var versionCount = 0
  public internal(set) var fileCount = 0
  public internal(set) var byteCount = 0
  /// Files that are too long to be opened: they were only held to their digests.
  public internal(set) var unopenedCount = 0
  /// Seals whose signature and place in the chain hold.
  public internal(set) var sealCount = 0
  /// The digest of the last seal.
  public internal(set) var head: Digest?

  /// What was seen of a quality, for the record.
  public func evidence(of quality: Quality) -> String {
    switch quality {
    case .authenticity: "验过 \(sealCount) 个封存签名，链首尾相接；链头 \(head?.hex.prefix(16) ?? "（空）")"
    case .integrity: "\(objectCount) 个年度、\(versionCount) 个版本、\(fileCount) 个文件共 \(byteCount) 字节，逐个比对 SHA-512"
    case .usability:
      "\(fileCount - unopenedCount) 个文件逐个按其格式打开"
        + (unopenedCount == 0 ? "" : "；\(unopenedCount) 个大文件只比对了校验值，没有打开")
    case .security: "库内没有清单以外的文件、链接，没有未完的提交"
    }
  }
}
