// Reading YAML so that each fault has its place and all faults are found at once.

internal import BatonDiagnostics
internal import Yams

/// Collects faults while a theme's nodes are turned into values.
struct ThemeReader {
  private let source: Source
  private let override: ThemeOverride?
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - source: A whole theme.
  ///   - county: Single values that replace the theme's.
  init(_ source: Source, overriding county: Source? = nil) {
    self.source = source
    override = county.map { ThemeOverride($0, behind: source) }
  }

  /// A mapping whose keys are asked for one by one; those never asked for are unknown.
  struct Section {
    let node: Node.Mapping
    let mark: Mark?
    var asked: [String] = []
  }

  /// The root of the theme, what a county replaces in its place.
  mutating func root() -> Section? {
    guard let theme = composed(String(decoding: source.bytes, as: UTF8.self), source) else { return nil }
    guard let override else { return section(theme, "主题文件") }
    guard let county = composed(override.text, override.source) else { return nil }
    return section(theme.replacing(by: county), "主题文件")
  }

  private mutating func composed(_ text: String, _ source: Source) -> Node? {
    do {
      if let node = try compose(yaml: text) { return node }
      diagnostics.append(Diagnostic("bad-yaml", .error, "主题文件是空的", at: .file(source.name)))
    } catch let error as YamlError {
      report("bad-yaml", "主题文件不是合格的 YAML：\(error.problem)", at: error.mark)
    } catch {
      diagnostics.append(Diagnostic("bad-yaml", .error, "主题文件不是合格的 YAML", at: .file(source.name)))
    }
    return nil
  }

  /// A node as a mapping, or a fault that says it is none.
  mutating func section(_ node: Node, _ name: String) -> Section? {
    guard case .mapping(let mapping) = node else {
      report("bad-theme-value", "「\(name)」下面应当是若干“键: 值”", at: node.mark)
      return nil
    }
    return Section(node: mapping, mark: node.mark)
  }

  /// A mapping within another; it must be there.
  mutating func section(_ name: String, of parent: inout Section) -> Section? {
    parent.asked.append(name)
    guard let node = parent.node[name] else {
      report("missing-theme-key", "缺少「\(name)」", at: parent.mark)
      return nil
    }
    return section(node, name)
  }

  /// The value of a key, or `nil` where the key is absent.
  mutating func value<Value: ThemeValue>(_ name: String, of section: inout Section, as type: Value.Type)
    -> Value?
  {
    section.asked.append(name)
    guard let node = section.node[name] else { return nil }
    return value(node, name, as: type)
  }

  /// The value of a key that must be there.
  mutating func required<Value: ThemeValue>(
    _ name: String, of section: inout Section, as type: Value.Type
  ) -> Value? {
    if section.node[name] == nil {
      section.asked.append(name)
      report("missing-theme-key", "缺少「\(name)」", at: section.mark, help: "写上\(type.expectation)")
      return nil
    }
    return value(name, of: &section, as: type)
  }

  /// The values of a key: one, or a list of them.
  mutating func values<Value: ThemeValue>(_ name: String, of section: inout Section, as type: Value.Type)
    -> [Value]
  {
    section.asked.append(name)
    guard let node = section.node[name] else { return [] }
    guard case .sequence(let sequence) = node else {
      return value(node, name, as: type).map { [$0] } ?? []
    }
    return sequence.compactMap { value($0, name, as: type) }
  }

  private mutating func value<Value: ThemeValue>(_ node: Node, _ name: String, as type: Value.Type) -> Value?
  {
    if case .scalar(let scalar) = node, let value = Value(themeText: scalar.string) { return value }
    let word = node.scalar.map { "「\($0.string)」" } ?? ""
    report("bad-theme-value", "「\(name)」的值\(word)不对", at: node, help: "应当是\(type.expectation)")
    return nil
  }

  /// Reports the keys that nobody asked for.
  mutating func finish(_ section: Section) {
    for (key, _) in section.node {
      let name = key.scalar?.string ?? ""
      guard !section.asked.contains(name) else { continue }
      let nearest = Suggestion.nearest(to: name, among: section.asked)
      report(
        "unknown-theme-key", "主题里没有「\(name)」这一项", at: key,
        help: nearest.map { "是不是想写「\($0)」？" } ?? "可以写：\(section.asked.joined(separator: "、"))")
    }
  }

  /// The entries of a mapping of the author's own names.
  func entries(of section: Section) -> [(name: String, key: Node, value: Node)] {
    section.node.map { ($0.key.scalar?.string ?? "", $0.key, $0.value) }
  }

  mutating func report(_ id: String, _ message: String, at node: Node, help: String? = nil) {
    report(id, message, at: node.mark, length: node.scalar?.string.utf8.count ?? 1, help: help)
  }

  mutating func report(_ id: String, _ message: String, at mark: Mark?, length: Int = 1, help: String? = nil)
  {
    let place: Diagnostic.Place =
      if let mark {
        override?.place(of: mark, length: length) ?? .range(source, source.range(at: mark, length: length))
      } else {
        .file(source.name)
      }
    diagnostics.append(Diagnostic(id, .error, message, at: place, help: help))
  }
}
