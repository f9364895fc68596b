// JSON Schema as the statement of a shape.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

private func read(_ schema: String) throws -> (fields: DataShape.Fields, warnings: [Diagnostic]) {
  try DataShape.Fields.reading(schema: Source(name: "单位.schema.json", text: schema))
}

@Suite struct SchemaTests {
  private static let shapes: [(String, DataShape)] = [
    (#"{"type": "string"}"#, .text), (#"{"type": "integer", "minimum": 0}"#, .integer),
    (#"{"type": ["number", "null"]}"#, .optional(.number)),
    (#"{"type": ["string", "integer"]}"#, .either([.text, .integer])),
    (#"{"type": ["integer", "number"]}"#, .number), (#"{"enum": ["优秀", "良好", null]}"#, .optional(.text)),
    (#"{"const": 2022}"#, .integer), ("true", .unknown), ("{}", .unknown),
    (#"{"type": "array", "items": {"type": "boolean"}}"#, .list(of: .bool)),
    (
      #"{"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}"#,
      .list(of: .either([.text, .integer]))
    ),
    (#"{"type": "array"}"#, .list(of: .unknown)),
    (#"{"type": "object", "additionalProperties": {"type": "number"}}"#, .mapping(of: .number)),
    (#"{"type": "object"}"#, .mapping(of: .unknown)),
    (
      #"{"properties": {"名称": {"type": "string"}, "备注": {"type": "string"}}, "required": ["名称"]}"#,
      .record(["名称": .text, "备注": .absentOr(.text)])
    ),
    (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, .optional(.text)),
    (
      #"{"oneOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]}"#,
      .either([.integer, .list(of: .integer)])
    ),
    (#"{"allOf": [{"type": "number"}, {"type": "integer"}]}"#, .integer),
    (
      #"{"allOf": [{"properties": {"甲": {"type": "string"}}}, {"properties": {"乙": {"type": "boolean"}}, "required": ["甲"]}]}"#,
      .record(["甲": .text, "乙": .absentOr(.bool)])
    ),
    (#"{"type": ["string", "null"], "enum": ["是", "否"]}"#, .text),
    (##"{"$ref": "#/$defs/%E7%BA%A7~1%E5%88%AB"}"##, .reference("级/别")),
  ]

  @Test(arguments: shapes)
  func `a schema states a shape`(schema: String, shape: DataShape) throws {
    let root = #"{"properties": {"值": \#(schema)}, "required": ["值"], "$defs": {"级/别": {"type": "string"}}}"#
    #expect(try read(root).fields["值"] == shape)
    #expect(try read(root).warnings.isEmpty)
  }

  @Test func `a shape that holds itself has an end`() throws {
    let schema = ##"""
      {"properties": {"树": {"$ref": "#/$defs/节点"}}, "required": ["树"],
       "$defs": {"节点": {"properties": {"标题": {"type": "string"}, "子": {"type": "array", "items": {"$ref": "#/$defs/节点"}}},
         "required": ["标题", "子"]}}}
      """##
    let fields = try read(schema).fields
    let texts = [
      "{% macro 印(n) %}{{ n.标题 }}{% for c in n.子 %}{{ 印(c) }}{% endfor %}{% endmacro %}{{ 印(树) }}": true,
      "{% for n in 树.子 recursive %}{{ n.标题 }}{{ loop(n.子) }}{% endfor %}": true,
      "{% for n in 树.子 recursive %}{{ n.标题 }}{{ loop(n.标题) }}{% endfor %}": false,
      "{% macro 印(n) %}{{ n.题目 }}{% for c in n.子 %}{{ 印(c) }}{% endfor %}{% endmacro %}{{ 印(树) }}": false,
    ]
    for (text, isProved) in texts {
      let environment = Environment(loader: DictionaryLoader(["t": text]), undefined: .strict)
      #expect(environment.check("t", against: fields).isProved == isProved, "\(text)")
    }
  }

  @Test(arguments: [
    (#"{"properties": {"a": {"type": "strng"}}}"#, "bad-schema", #""strng""#),
    (##"{"properties": {"a": {"$ref": "#/$defs/b"}}}"##, "bad-schema", ##""#/$defs/b""##),
    (#"{"properties": {"a": {"$ref": "other.json"}}}"#, "bad-schema", #""other.json""#),
    (#"{"properties": {"a": 3}}"#, "bad-schema", "3"),
    (#"{"properties": {"a": false}}"#, "bad-schema", "false"),
    (#"{"type": "array"}"#, "schema-without-fields", #"{"type": "array"}"#),
    (#"{"properties": {"a": {"anyOf": []}}}"#, "bad-schema", "[]"),
  ])
  func `what is no schema of an object is refused at its place`(schema: String, id: String, marked: String)
    throws
  {
    let error = #expect(throws: TemplateError.self) { try read(schema) }
    let fault = try #require(error?.diagnostics.first)
    #expect(fault.id == id)
    guard case .range(let source, let range) = fault.place else {
      Issue.record("no place")
      return
    }
    #expect(source.text(in: range) == marked)
  }

  @Test(arguments: [
    (#"{"properties": {"a": {"if": {"type": "string"}}}}"#, "「if」不能用来检查模板，已略过"),
    (#"{"properties": {"a": {"not": {}}}}"#, "「not」不能用来检查模板，已略过"),
    (#"{"propertys": {}, "properties": {"a": {}}}"#, "不认识「propertys」，已略过"),
  ])
  func `what a shape can't say is reported, not passed over`(schema: String, message: String) throws {
    #expect(try read(schema).warnings.map(\.message) == [message])
  }
}
