// A style sheet as a value.

/// Rules in their order, nested in at-rules where they are conditional.
struct StyleSheet {
  private(set) var text = ""

  /// Adds a rule; without declarations it is left out.
  mutating func rule(_ selector: String, _ declarations: [String]) {
    if declarations.isEmpty { return }
    text += selector + "{" + declarations.joined(separator: ";") + "}\n"
  }

  /// Adds declarations that stand in an at-rule by themselves.
  mutating func declarations(_ declarations: [String]) {
    text += declarations.joined(separator: ";") + ";\n"
  }

  /// Adds rules that hold under a condition: `@media print`.
  mutating func group(_ condition: String, _ rules: (inout StyleSheet) -> Void) {
    var inner = StyleSheet()
    rules(&inner)
    text += condition + "{\n" + inner.text + "}\n"
  }
}
