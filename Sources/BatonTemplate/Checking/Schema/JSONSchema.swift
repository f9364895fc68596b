// The shape of data as a JSON Schema states it (draft 2020-12, and `definitions` as older drafts have it). What
// only narrows the values of a shape (lengths, patterns, formats) is no part of it; what a shape can't say is
// reported, not passed over.

public import BatonDiagnostics

extension DataShape.Fields {
  /// Reads the fields of data from a JSON Schema whose root is an object.
  ///
  ///     let (fields, warnings) = try DataShape.Fields.reading(schema: Source(name: "单位.schema.json", text: text))
  ///     let report = environment.check("feedback.html", against: fields)
  ///
  /// - Parameter source: The schema, as JSON.
  /// - Returns: The fields, and which statements of the schema they do not hold.
  /// - Throws: What is no JSON, no schema, or no object at the root.
  public static func reading(
    schema source: Source
  ) throws(TemplateError) -> (fields: DataShape.Fields, warnings: [Diagnostic]) {
    var reader = JSONReader()
    let document = try reader.document(from: source)
    var schema = JSONSchema(source, document)
    let root = schema.shape(at: [], document.value)
    schema.readReferences()
    if let faults = schema.faults { throw TemplateError(faults) }
    guard case .record(var fields) = schema.resolved(root) else {
      throw TemplateError(
        Diagnostic(
          "schema-without-fields", .error, "数据的最外层应是对象，它有哪些字段要写在「properties」里",
          at: .range(source, JSONPlace.range(of: [], in: source))))
    }
    fields.definitions = schema.definitions
    return (fields, schema.diagnostics)
  }
}

/// One reading of a schema.
struct JSONSchema {
  private let source: Source
  private let root: Document.Value
  private(set) var diagnostics: [Diagnostic] = []
  /// What `$ref` points to, by the name the checker knows it by.
  private(set) var definitions: [String: DataShape] = [:]
  private var waiting: [(name: String, path: [JSONStep])] = []

  init(_ source: Source, _ document: Document) {
    self.source = source
    root = document.value
  }

  var faults: [Diagnostic]? {
    diagnostics.contains { $0.severity == .error } ? diagnostics : nil
  }

  // MARK: Shapes

  /// The shape that a schema states: what all its keywords together allow.
  mutating func shape(at path: [JSONStep], _ schema: Document.Value) -> DataShape {
    if let allows = schema.bool {
      if !allows { report(.error, "bad-schema", "「false」不允许任何值，模板没有可用的数据", path) }
      return .unknown
    }
    guard schema.isObject else {
      report(.error, "bad-schema", "这里应是一个 schema：对象、true 或 false", path)
      return .unknown
    }
    for name in schema.names { checkKeyword(name, path + [.key(name)]) }
    var shape = DataShape.unknown
    if let type = schema["type"] { shape = typed(type, schema, path) }
    if schema["type"] == nil, schema["properties"] != nil { shape = record(schema, path) }
    if schema["type"] == nil, schema["items"] != nil || schema["prefixItems"] != nil {
      shape = list(schema, path)
    }
    if let values = schema["enum"] { shape = shape.narrowed(by: .either(values.items.map(\.shape))) }
    if let value = schema["const"] { shape = shape.narrowed(by: value.shape) }
    if let reference = schema["$ref"] {
      shape = shape.narrowed(by: self.reference(reference, path + [.key("$ref")]))
    }
    for keyword in ["anyOf", "oneOf"] {
      guard let choices = schema[keyword] else { continue }
      shape = shape.narrowed(by: .either(members(choices, path + [.key(keyword)])))
    }
    if let parts = schema["allOf"] {
      for part in members(parts, path + [.key("allOf")]) { shape = shape.narrowed(by: resolved(part)) }
    }
    return shape.simplified
  }

  private mutating func members(_ schemas: Document.Value, _ path: [JSONStep]) -> [DataShape] {
    guard !schemas.items.isEmpty else {
      report(.error, "bad-schema", "这里应是一列 schema", path)
      return []
    }
    return schemas.items.enumerated().map { shape(at: path + [.index($0)], $1) }
  }

  private mutating func typed(_ type: Document.Value, _ schema: Document.Value, _ path: [JSONStep])
    -> DataShape
  {
    let names = type.text.map { [$0] } ?? type.items.compactMap(\.text)
    if names.isEmpty { report(.error, "bad-schema", "「type」应是类型的名称，或它们的列表", path + [.key("type")]) }
    return .either(
      names.map { name -> DataShape in
        switch name {
        case "string": return .text
        case "integer": return .integer
        case "number": return .number
        case "boolean": return .bool
        case "null": return .none
        case "array": return list(schema, path)
        case "object": return record(schema, path)
        default:
          let known = ["string", "integer", "number", "boolean", "null", "array", "object"]
          report(
            .error, "bad-schema", "没有「\(name)」这种类型", path + [.key("type")],
            help: Suggestion.nearest(to: name, among: known).map { "是不是想写「\($0)」？" })
          return .unknown
        }
      }
    ).simplified
  }

  private mutating func record(_ schema: Document.Value, _ path: [JSONStep]) -> DataShape {
    let required = Set(schema["required"]?.items.compactMap(\.text) ?? [])
    guard let properties = schema["properties"] else {
      if !required.isEmpty {
        return .record(.init(required.sorted().map { .init(name: $0, shape: .unknown) }))
      }
      return .mapping(of: otherValues(schema, path))
    }
    var fields: [DataShape.Fields.Field] = []
    for name in properties.names {
      guard let property = properties[name] else { continue }
      let shape = shape(at: path + [.key("properties"), .key(name)], property)
      fields.append(.init(name: name, shape: required.contains(name) ? shape : .absentOr(shape)))
    }
    for name in required.sorted() where properties[name] == nil {
      fields.append(.init(name: name, shape: .unknown))
    }
    return .record(.init(fields))
  }

  /// The values of keys that the schema does not name.
  private mutating func otherValues(_ schema: Document.Value, _ path: [JSONStep]) -> DataShape {
    var shapes: [DataShape] = []
    if let patterns = schema["patternProperties"] {
      for name in patterns.names {
        guard let pattern = patterns[name] else { continue }
        shapes.append(shape(at: path + [.key("patternProperties"), .key(name)], pattern))
      }
    }
    switch schema["additionalProperties"] {
    case nil: shapes.append(.unknown)
    case let other? where other.bool == false: break
    case let other?: shapes.append(shape(at: path + [.key("additionalProperties")], other))
    }
    return DataShape.either(shapes).simplified
  }

  private mutating func list(_ schema: Document.Value, _ path: [JSONStep]) -> DataShape {
    var shapes: [DataShape] = []
    for (index, item) in (schema["prefixItems"]?.items ?? []).enumerated() {
      shapes.append(shape(at: path + [.key("prefixItems"), .index(index)], item))
    }
    switch schema["items"] {
    case nil: shapes.append(.unknown)
    case let items? where items.bool == false: break
    case let items?: shapes.append(shape(at: path + [.key("items")], items))
    }
    return .list(of: DataShape.either(shapes).simplified)
  }

  // MARK: References

  /// `#/$defs/单位`: read once, when everything else is.
  private mutating func reference(_ reference: Document.Value, _ path: [JSONStep]) -> DataShape {
    guard let text = reference.text, text.hasPrefix("#") else {
      report(.error, "bad-schema", "「$ref」只能指向同一个文件，例如「#/$defs/单位」", path)
      return .unknown
    }
    let steps = text.dropFirst().split(separator: "/").map { JSONStep.key(Self.unescaped($0)) }
    guard value(at: steps) != nil else {
      report(.error, "bad-schema", "「$ref」指向的「\(text)」不存在", path)
      return .unknown
    }
    let name = if case .key(let last)? = steps.last { last } else { "#" }
    if definitions[name] == nil {
      definitions[name] = .unknown
      waiting.append((name, steps))
    }
    return .reference(name)
  }

  mutating func readReferences() {
    while let (name, path) = waiting.popLast() {
      guard let value = value(at: path) else { continue }
      definitions[name] = shape(at: path, value)
    }
  }

  /// A shape that is no reference, as far as it is known yet.
  mutating func resolved(_ shape: DataShape) -> DataShape {
    guard case .reference(let name) = shape else { return shape }
    readReferences()
    var seen: Set<String> = []
    var current = shape
    while case .reference(let name) = current, seen.insert(name).inserted {
      current = definitions[name] ?? .unknown
    }
    if case .reference = current {
      report(.error, "bad-schema", "「$ref」的「\(name)」只指向它自己", [])
      return .unknown
    }
    return current
  }

  private func value(at path: [JSONStep]) -> Document.Value? {
    var value = root
    for case .key(let name) in path {
      if let next = value[name] {
        value = next
      } else if let index = Int(name), value.items.indices.contains(index) {
        value = value.items[index]
      } else {
        return nil
      }
    }
    return value
  }

  /// A step of a JSON pointer (RFC 6901 §3), in a URI fragment (§6).
  private static func unescaped(_ step: Substring) -> String {
    percentDecoded(step).replacing("~1", with: "/").replacing("~0", with: "~")
  }

  private static func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard byte == UInt8(ascii: "%"), digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) else {
        bytes.append(byte)
        continue
      }
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Faults

  mutating func report(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, _ path: [JSONStep], help: String? = nil
  ) {
    let range = JSONPlace.range(of: path, in: source)
    diagnostics.append(Diagnostic(id, severity, message, at: .range(source, range), help: help))
  }
}
