// Ed25519 keys by libcrypto, in the PEM forms that `openssl` reads.

internal import CLibCrypto

/// The key that seals are signed with. Only the files that hold it are secret; this value stays in memory.
public struct SigningKey: Sendable {
  private let pair: KeyHandle
  public let publicKey: PublicKey

  /// Which key it is: the SHA-256 of the public key's DER.
  public var id: String { publicKey.id }

  /// Makes a new key.
  public init() throws(ArchiveError) {
    let context = unsafe EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil)
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var pair: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe EVP_PKEY_keygen(context, &pair) == 1,
      let pair = unsafe pair
    else { throw ArchiveError("no-key", "不能生成密钥") }
    unsafe self.init(KeyHandle(pair))
  }

  /// Reads a key from PEM.
  ///
  /// - Parameters:
  ///   - pem: the key as `openssl` writes it.
  ///   - passphrase: what it is encrypted with, if it is.
  ///   - file: how messages call it.
  /// - Throws: ``ArchiveError`` `bad-key`.
  public init(pem: [UInt8], passphrase: String? = nil, file: String) throws(ArchiveError) {
    let bio = unsafe BIO_new_mem_buf(pem, CInt(pem.count))
    defer { unsafe BIO_free(bio) }
    // Without a passphrase an empty one is given, so that libcrypto never asks the terminal.
    var phrase = Array((passphrase ?? "").utf8CString)
    let pair = unsafe phrase.withUnsafeMutableBytes {
      unsafe PEM_read_bio_PrivateKey(bio, nil, nil, $0.baseAddress)
    }
    guard let pair = unsafe pair, unsafe EVP_PKEY_get_base_id(pair) == EVP_PKEY_ED25519 else {
      ERR_clear_error()
      throw ArchiveError(
        "bad-key", "「\(file)」不是可用的封存密钥", at: file,
        help: "核对口令；密钥由 baton archive key init 生成")
    }
    unsafe self.init(KeyHandle(pair))
  }

  private init(_ pair: KeyHandle) {
    self.pair = pair
    publicKey = PublicKey(pair)
  }

  /// The key as PKCS #8 PEM, encrypted with AES-256 if there is a passphrase.
  public func pem(passphrase: String? = nil) -> [UInt8] {
    unsafe Self.memory { bio in
      guard let passphrase else {
        return unsafe PEM_write_bio_PKCS8PrivateKey(bio, pair.pointer, nil, nil, 0, nil, nil)
      }
      let phrase = Array(passphrase.utf8CString)
      return unsafe PEM_write_bio_PKCS8PrivateKey(
        bio, pair.pointer, EVP_aes_256_cbc(), phrase, CInt(phrase.count - 1), nil, nil)
    }
  }

  /// The signature of bytes, 64 bytes long.
  func sign(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8] {
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    guard unsafe EVP_DigestSignInit(context, nil, nil, nil, pair.pointer) == 1,
      unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1, count == 64
    else { throw ArchiveError("cannot-sign", "不能签封") }
    return signature
  }

  /// What a writer leaves in memory.
  static func memory(_ write: (OpaquePointer?) -> CInt) -> [UInt8] {
    let bio = unsafe BIO_new(BIO_s_mem())
    defer { unsafe BIO_free(bio) }
    precondition(unsafe write(bio) == 1, "libcrypto could not write to memory")
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe baton_bio_bytes(bio, &start)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// The key that anybody may have: it verifies.
public struct PublicKey: Sendable, Hashable {
  private let key: KeyHandle
  /// The SHA-256 of the DER.
  public let id: String
  /// SubjectPublicKeyInfo as PEM: the one way to write this key.
  public let pem: [UInt8]

  fileprivate init(_ key: KeyHandle) {
    self.key = key
    pem = unsafe SigningKey.memory { unsafe PEM_write_bio_PUBKEY($0, key.pointer) }
    id = unsafe Digest(.sha256, of: SigningKey.memory { unsafe i2d_PUBKEY_bio($0, key.pointer) }).hex
  }

  /// Reads what ``pem`` holds; `nil` if the bytes are anything else.
  public init?(pem: [UInt8]) {
    let bio = unsafe BIO_new_mem_buf(pem, CInt(pem.count))
    defer { unsafe BIO_free(bio) }
    guard let key = unsafe PEM_read_bio_PUBKEY(bio, nil, nil, nil),
      unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519
    else {
      ERR_clear_error()
      return nil
    }
    unsafe self.init(KeyHandle(key))
    guard self.pem == pem else { return nil }
  }

  /// Whether a signature is this key's over the bytes.
  func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    let context = unsafe EVP_MD_CTX_new()
    defer {
      unsafe EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1 else { return false }
    return unsafe EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
  }

  public static func == (left: PublicKey, right: PublicKey) -> Bool { left.pem == right.pem }
  public func hash(into hasher: inout Hasher) { hasher.combine(pem) }
}

/// Owns a key of libcrypto. Immutable, so it may be shared.
@safe private final class KeyHandle: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe EVP_PKEY_free(pointer) }
}
