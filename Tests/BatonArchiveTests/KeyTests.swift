// Keys in the forms that other programs read.

import BatonArchive
import BatonDiagnostics
import TestSupport
import Testing

@Suite struct KeyTests {
  @Test func `a key with a passphrase opens only with it`() throws {
    let key = try SigningKey()
    let pem = key.pem(passphrase: "岭上白云")
    #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
    #expect(try SigningKey(pem: pem, passphrase: "岭上白云", file: "k").id == key.id)
    for wrong in [nil, "", "白云"] {
      #expect {
        try SigningKey(pem: pem, passphrase: wrong, file: "k")
      } throws: { error in
        (error as? ArchiveError)?.diagnostics.map(\.id) == ["bad-key"]
      }
    }
  }

  @Test func `a key without a passphrase is plain PKCS 8`() throws {
    let key = try SigningKey()
    let pem = key.pem()
    #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN PRIVATE KEY-----"))
    #expect(try SigningKey(pem: pem, file: "k").id == key.id)
  }

  @Test func `a public key is read only in its one form`() throws {
    let pem = try SigningKey().publicKey.pem
    #expect(PublicKey(pem: pem)?.pem == pem)
    #expect(PublicKey(pem: pem + [10]) == nil)
    #expect(PublicKey(pem: Array(pem.dropLast())) == nil)
  }
}
