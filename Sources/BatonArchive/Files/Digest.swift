// Digests by libcrypto, written in lower-case hexadecimal.

internal import CLibCrypto

/// The digest of some bytes.
public struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
  public enum Algorithm: String, Sendable, Hashable { case sha256, sha512 }

  /// Lower-case hexadecimal.
  public let hex: String

  public var description: String { hex }

  /// The digest of bytes.
  public init(_ algorithm: Algorithm = .sha512, of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    let function = algorithm == .sha512 ? unsafe EVP_sha512() : unsafe EVP_sha256()
    let succeeded = unsafe EVP_Digest(bytes, bytes.count, &digest, &count, function, nil)
    precondition(succeeded == 1, "libcrypto has no \(algorithm.rawValue)")
    self.init(bytes: digest.prefix(Int(count)))
  }

  init(bytes: some Sequence<UInt8>) { hex = Self.hex(bytes) }

  /// A digest as it was written, or `nil` if it is no SHA-512 in lower-case hexadecimal.
  public init?(hex: String) {
    guard hex.utf8.count == 128, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hex = hex
  }

  public static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
