// Package.swift read as text: enough of it to know who may see whom.

/// The targets of `Package.swift` and what each declares.
struct Manifest {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The names in a target's `dependencies`, by name or as `.product(name:…)`.
  ///
  /// - Throws: ``Missing`` if no such target stands in the manifest.
  func dependencies(of target: String) throws -> [String] {
    let heads = text.ranges(of: /\.(?:target|executableTarget|systemLibrary)\(\s*name: "([\w-]+)"/)
    guard let head = heads.first(where: { text[$0].hasSuffix("\"\(target)\"") }) else {
      throw Missing(target: target)
    }
    let declaration = Self.upToClosing(text[head.upperBound...], "(", ")")
    guard let list = declaration.firstRange(of: /dependencies: \[/) else { return [] }
    return Self.upToClosing(declaration[list.upperBound...], "[", "]")
      .matches(of: /(?:^|,)\s*(?:\.product\(name: )?"([\w-]+)"/)
      .map { String($0.1) }
  }

  /// What stands before the bracket that closes the one just opened.
  private static func upToClosing(
    _ text: Substring, _ opening: Character, _ closing: Character
  ) -> Substring {
    var depth = 1
    return text.prefix { character in
      if character == opening { depth += 1 }
      if character == closing { depth -= 1 }
      return depth > 0
    }
  }

  struct Missing: Error { let target: String }
}
