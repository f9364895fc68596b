// What one OCFL object is: a county's year.

/// A county-year: `urn:baton:<县>:<年度>`.
public struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let county: String
  public let year: Int

  /// - Precondition: the county's name holds no colon.
  public init(county: String, year: Int) {
    precondition(!county.contains(":"), "a county's name holds a colon: \(county)")
    self.county = county
    self.year = year
  }

  /// Reads the form that ``description`` writes.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "urn", parts[1] == "baton", !parts[2].isEmpty,
      let year = Int(parts[3])
    else { return nil }
    self.init(county: String(parts[2]), year: year)
  }

  public var description: String { "urn:baton:\(county):\(year)" }

  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.county, left.year) < (right.county, right.year)
  }

  /// The folder of the object below the storage root: its id with every byte but `A-Za-z0-9-_` percent-encoded.
  ///
  /// Source: OCFL extension 0003 with no tuples; an encoded id over 100 characters is cut and followed by its digest.
  var folder: String {
    let digits = Array("0123456789abcdef")
    var encoded = ""
    for byte in description.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default: encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    guard encoded.utf8.count > 100 else { return encoded }
    return "\(encoded.prefix(100))-\(Digest(of: Array(description.utf8)).hex)"
  }
}
