// The store's JSON: read as RFC 8259 says, written in one way.

import Testing

@testable import BatonArchive

@Suite struct JSONTests {
  @Test(arguments: [
    (
      #"{"b":[1,-2,0],"a":{"真":true,"f":false,"n":null}}"#,
      #"{"a":{"f":false,"n":null,"真":true},"b":[1,-2,0]}"#
    ),
    (" [ ] ", "[]"), ("\n{ \"a\" : { } }\t", #"{"a":{}}"#),
    (#""\u4e00\ud83d\ude00\/\"\\\b\f\n\r\t\u0001\u007f""#, "\"一😀/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u{7f}\""),
    ("9223372036854775807", "9223372036854775807"), ("-0", "0"),
  ])
  func `what is JSON is read, and written in one way`(text: String, canonical: String) throws {
    let value = try #require(JSONValue.parse(Array(text.utf8)))
    #expect(String(decoding: value.bytes, as: UTF8.self) == canonical)
    #expect(JSONValue.parse(value.bytes) == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{a:1}", "01", "1.5", "1e3", "-", "tru", "nullx",
    "\"a",
    "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\u12\"", "\"\n\"", "[1] 2", "9223372036854775808", "[1 2]",
    "{\"a\" 1}", "'a'",
  ])
  func `what is no JSON of ours is refused`(text: String) {
    #expect(JSONValue.parse(Array(text.utf8)) == nil)
  }

  @Test func `bytes that are no text, and nesting without end, are refused`() {
    #expect(JSONValue.parse([34, 0xFF, 34]) == nil)
    #expect(JSONValue.parse(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
  }
}
