// A SHA-512 that is fed piece by piece.

internal import BatonFiles
internal import CLibCrypto

/// The digest of bytes that are never in memory together.
@safe struct RunningDigest: ~Copyable {
  private let context: OpaquePointer?

  init() {
    unsafe context = EVP_MD_CTX_new()
    let succeeded = unsafe EVP_DigestInit_ex(context, EVP_sha512(), nil)
    precondition(succeeded == 1, "libcrypto has no sha512")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let succeeded = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(succeeded == 1, "libcrypto refused \(bytes.count) bytes")
  }

  consuming func finished() -> Digest {
    var digest = [UInt8](repeating: 0, count: 64)
    let succeeded = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    precondition(succeeded == 1, "libcrypto did not finish")
    return Digest(bytes: digest)
  }
}

extension Digest {
  /// The SHA-512 of a file, however long it is.
  static func ofFile(_ path: String) throws(ArchiveError) -> Digest {
    var digest = RunningDigest()
    let code = unsafe SystemCall.pieces(of: path) {
      unsafe digest.add($0)
      return true
    }
    if code != 0 { throw .unreadable(path, "读不出来", code) }
    return digest.finished()
  }
}
