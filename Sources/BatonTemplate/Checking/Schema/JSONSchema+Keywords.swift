// The keywords of a schema: those that state a shape, those that only narrow its values, and the rest.

import BatonDiagnostics

extension JSONSchema {
  private static let stating: Set<String> = [
    "type", "properties", "required", "additionalProperties", "patternProperties", "items", "prefixItems",
    "enum", "const", "$ref", "$defs", "definitions", "anyOf", "oneOf", "allOf",
  ]

  /// What leaves a shape as it is: remarks, and limits within one kind of value.
  private static let narrowing: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly",
    "writeOnly", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    "propertyNames", "contentEncoding", "contentMediaType",
  ]

  /// What says more than a shape can: the shape without it holds too, for more values.
  private static let beyond: Set<String> = [
    "if", "then", "else", "not", "contains", "minContains", "maxContains", "dependentRequired",
    "dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "$anchor", "$dynamicRef",
    "$dynamicAnchor", "$vocabulary", "contentSchema",
  ]

  mutating func checkKeyword(_ name: String, _ path: [JSONStep]) {
    if Self.stating.contains(name) || Self.narrowing.contains(name) { return }
    if Self.beyond.contains(name) {
      report(
        .warning, "schema-not-used", "「\(name)」不能用来检查模板，已略过", path, help: "模板按其余的规定检查，会更严")
      return
    }
    let known = Self.stating.union(Self.narrowing).union(Self.beyond)
    report(
      .warning, "schema-not-used", "不认识「\(name)」，已略过", path,
      help: Suggestion.nearest(to: name, among: known.sorted()).map { "是不是想写「\($0)」？" })
  }
}

extension Document.Value {
  var isObject: Bool { node.tag == .record }

  /// The shape of a single value: what `enum` and `const` state.
  var shape: DataShape {
    switch node.tag {
    case .none: .none
    case .bool: .bool
    case .int, .bigInt: .integer
    case .float, .decimal: .number
    case .string: .text
    case .list: .list(of: DataShape.either(items.map(\.shape)).simplified)
    case .record: .record(.init(names.map { .init(name: $0, shape: self[$0]?.shape ?? .unknown) }))
    default: .unknown
    }
  }
}
