// The argument parser speaks English; the department's staff read Chinese. This is the thin wrapper between.

internal import ArgumentParser
internal import BatonDiagnostics

/// Help and usage faults in Chinese.
enum Usage {
  /// The parser breaks lines between words, which Chinese doesn't have: the terminal does it better.
  static let columns = 10_000

  /// The parser's help with its own English words put into Chinese.
  static func help(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let line = headings.reduce(String(line)) { $0.replacing($1.english, with: $1.chinese) }
        // The parser closes its lists of values and defaults with its own bracket.
        return line.replacing(/(（(?:默认|可选) [^（]*)\)$/) { "\($0.1)）" }
      }
      .joined(separator: "\n")
  }

  private static let headings: [(english: String, chinese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("SUBCOMMANDS:", "命令："),
    ("OPTIONS:", "选项："), ("Show help information.", "显示本说明"),
    ("Show subcommand help information.", "显示某个命令的说明"), ("Show the version.", "显示版本"),
    ("(default: ", "（默认 "), ("(values: ", "（可选 "), ("; default: ", "；默认 "), ("<subcommand>", "<命令>"),
    ("  See '", "  详见："), ("' for detailed help.", ""), ("' for more information.", ""),
  ]

  /// What is wrong with a command line, as a diagnostic.
  ///
  /// The parser (1.8) says it in English; a sentence that isn't known here is shown as it is.
  static func fault(_ message: String, in arguments: [String]) -> Diagnostic {
    let path = commands(named: arguments)
    let word = arguments.dropFirst(path.count - 1).first
    let command = path[path.count - 1]
    guard command.configuration.subcommands.isEmpty else { return groupFault(message, word, path) }
    let seeAlso = "用法见 \(path.map { $0._commandName }.joined(separator: " ")) --help"
    if let match = message.firstMatch(of: /Unknown option '([^']+)'/) {
      let word = String(match.1)
      return Diagnostic(
        "unknown-option", .error, "没有选项「\(word)」",
        help: guess(word, among: options(of: command)) ?? seeAlso)
    }
    if let match = message.firstMatch(
      of: /The value '(.*?)' is invalid for '([^']*)'(.*)/.dotMatchesNewlines())
    {
      return badValue(String(match.1), of: String(match.2), reason: String(match.3))
    }
    if let match = message.firstMatch(of: /Missing value for '([^ ']+)/) {
      return Diagnostic("missing-value", .error, "选项「\(match.1)」后面缺少值", help: seeAlso)
    }
    if let match = message.firstMatch(of: /Missing expected argument '([^']+)'/) {
      return Diagnostic("missing-argument", .error, "缺少参数「\(match.1)」", help: seeAlso)
    }
    if let match = message.firstMatch(of: /The option '([^']+)' does not take any value/) {
      return Diagnostic("unexpected-value", .error, "选项「\(match.1)」不带值", help: seeAlso)
    }
    if let match = message.firstMatch(of: /[Uu]nexpected arguments?:? '([^']+)'/) {
      return Diagnostic("unexpected-argument", .error, "多出了参数「\(match.1)」", help: seeAlso)
    }
    return Diagnostic("bad-usage", .error, message, help: seeAlso)
  }

  /// The commands that the first words name, each below the one before, from `baton` on.
  private static func commands(named arguments: [String]) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = [Baton.self]
    for word in arguments {
      let below = path[path.count - 1].configuration.subcommands
      guard let next = below.first(where: { $0._commandName == word }) else { break }
      path.append(next)
    }
    return path
  }

  /// A fault before any command was recognised that does something.
  private static func groupFault(
    _ message: String, _ word: String?, _ path: [any ParsableCommand.Type]
  ) -> Diagnostic {
    let group = path[path.count - 1]
    let seeAlso = "用法见 \(path.map { $0._commandName }.joined(separator: " ")) --help"
    guard let word else { return Diagnostic("bad-usage", .error, message, help: seeAlso) }
    if word.hasPrefix("-") {
      return Diagnostic(
        "unknown-option", .error, "没有选项「\(word)」", help: guess(word, among: options(of: group)) ?? seeAlso)
    }
    let names = group.configuration.subcommands.map { $0._commandName }
    return Diagnostic(
      "unknown-command", .error, "没有命令「\(word)」",
      help: guess(word, among: names) ?? "命令有：\(names.joined(separator: "、"))")
  }

  /// The parser lists the values it knows (“Please provide one of 'a', 'b' or 'c'.”), or gives our own reason.
  private static func badValue(_ word: String, of option: String, reason: String) -> Diagnostic {
    let fault = { (help: String) in
      Diagnostic("bad-value", .error, "「\(option)」的值「\(word)」不对", help: help)
    }
    let reason = reason.drop { $0 == ":" || $0 == "." || $0 == " " }
    guard reason.hasPrefix("Please provide") else { return fault(String(reason)) }
    let values = reason.matches(of: /'([^']+)'|- (\S+)/).map { String($0.1 ?? $0.2 ?? "") }
    return fault(guess(word, among: values) ?? "可以写：\(values.joined(separator: "、"))")
  }

  private static func guess(_ word: String, among known: [String]) -> String? {
    Suggestion.nearest(to: word, among: known).map { "是不是想写「\($0)」？" }
  }

  /// The long options that a command's help names.
  private static func options(of command: any ParsableCommand.Type) -> [String] {
    command.helpMessage(columns: columns).matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
  }
}
