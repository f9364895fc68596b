// What `urlize` takes for an address.

enum WebAddress {
  private static let domains: Set<String> = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]

  /// Whether a word is a web address: with `http://`, `https://` or `www.`, or a host of a well-known domain.
  static func matches(_ word: String) -> Bool {
    let lower = word.lowercased()
    for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
      let rest = Substring(lower.dropFirst(scheme.count))
      return address(rest, isHost) || address(rest, isIPv4) || isIPv6Address(rest)
    }
    if lower.hasPrefix("www."), address(lower.dropFirst(4), isHost) { return true }
    return address(lower[...], isWellKnownHost)
  }

  /// `word@word.word`
  static func isMail(_ word: String) -> Bool {
    let points = word.points
    guard let at = points.lastIndex(of: "@"), at > 0 else { return false }
    let domain = points[(at + 1)...]
    guard let first = domain.first, first.isWord else { return false }
    guard domain.allSatisfy({ $0.isWord || $0 == "." || $0 == "-" }) else { return false }
    guard let point = domain.lastIndex(of: "."), point + 1 < domain.endIndex else { return false }
    return domain[(point + 1)...].allSatisfy(\.isWord)
  }

  /// A host, perhaps a port, perhaps a path.
  private static func address(_ text: Substring, _ isHost: (Substring) -> Bool) -> Bool {
    let end = text.firstIndex { ":/?#".contains($0) } ?? text.endIndex
    return isHost(text[..<end]) && isRest(text[end...])
  }

  private static func isRest(_ text: Substring) -> Bool {
    var rest = text
    if rest.hasPrefix(":") {
      let port = rest.dropFirst().prefix(while: isDigit)
      guard (1...5).contains(port.count) else { return false }
      rest = rest.dropFirst(port.count + 1)
    }
    return rest.isEmpty || "/?#".contains(rest[rest.startIndex])
  }

  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let top = labels.last, labels.dropLast().allSatisfy(isLabel) else { return false }
    if top.hasPrefix("xn--") {
      let rest = top.dropFirst(4)
      if (2...59).contains(rest.count), rest.unicodeScalars.allSatisfy({ $0.isWord || $0 == "%" }) {
        return true
      }
    }
    return (2...63).contains(top.count) && top.unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
  }

  private static func isWellKnownHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let top = labels.last, domains.contains(String(top)) else { return false }
    return labels.dropLast().allSatisfy { isLabel($0) && (2...63).contains($0.unicodeScalars.count) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.unicodeScalars.allSatisfy { $0.isWord || $0 == "%" || $0 == "-" }
  }

  private static func isIPv4(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(isDigit) }
  }

  /// `[2001:db8::1]`: two groups with their colons, then up to six more.
  private static func isIPv6Address(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]"), isRest(text[text.index(after: end)...])
    else {
      return false
    }
    let groups = text[..<end].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }) else { return false }
    return groups.count >= 3 && groups.count <= 9
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.first?.isPythonDecimal ?? false
  }
}
