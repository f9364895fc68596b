// YAML as the data of a template: the JSON schema of YAML 1.2 plus dates, which stay the text they are.

public import BatonDiagnostics
public import BatonTemplate
internal import Yams

/// Reads YAML into a document.
public struct YAMLReader {
  private let source: Source
  private var builder = DocumentBuilder()
  private var nodeCount = 0

  /// Reads the first document of a YAML text.
  ///
  /// An empty text is an empty mapping. Mappings keep their order; keys are read as text.
  ///
  /// - Throws: ``DocumentError`` at the place of what can't be read: `bad-yaml`, `duplicate-key`, `bad-yaml-key`,
  ///   `bad-yaml-value`, `yaml-merge`, `too-large`.
  public static func document(from source: Source) throws(DocumentError) -> Document {
    var reader = YAMLReader(source: source)
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw DocumentError([Diagnostic("bad-encoding", .error, "文件不是 UTF-8 编码", at: .file(source.name))])
    }
    return reader.builder.document(root: try reader.root(of: text))
  }

  private init(source: Source) { self.source = source }

  private mutating func root(of text: String) throws(DocumentError) -> BatonTemplate.Node {
    let node: Yams.Node?
    do {
      node = try compose(yaml: text)
    } catch let error as YamlError {
      throw fault("bad-yaml", "不是合格的 YAML：\(error.problem)", at: error.mark)
    } catch {
      throw fault("bad-yaml", "不是合格的 YAML", at: nil)
    }
    guard let node else { return builder.record([]) }
    return try value(of: node, depth: 0)
  }

  private mutating func value(of node: Yams.Node, depth: Int) throws(DocumentError) -> BatonTemplate.Node {
    nodeCount += 1
    // An alias is expanded where it stands: a short text can mean billions of values.
    guard nodeCount <= Self.nodeLimit, depth <= Self.depthLimit else {
      throw fault("too-large", "数据太大或嵌套太深", at: node.mark)
    }
    switch node {
    case .scalar(let scalar): return try self.scalar(scalar, of: node)
    case .sequence(let sequence):
      var items: [BatonTemplate.Node] = []
      for item in sequence { items.append(try value(of: item, depth: depth + 1)) }
      return builder.list(items)
    case .mapping(let mapping):
      var fields: [(String, BatonTemplate.Node)] = []
      var names = Set<String>()
      for (key, item) in mapping {
        let name = try self.name(of: key)
        guard names.insert(name).inserted else {
          throw fault("duplicate-key", "键「\(name)」写了两次", at: key.mark, length: name.utf8.count)
        }
        fields.append((name, try value(of: item, depth: depth + 1)))
      }
      return builder.record(fields)
    case .alias:
      throw fault("bad-yaml", "别名没有出处", at: node.mark)
    }
  }

  private func name(of key: Yams.Node) throws(DocumentError) -> String {
    guard case .scalar(let scalar) = key else { throw fault("bad-yaml-key", "键只能是文字", at: key.mark) }
    if key.tag.rawValue == Tag.Name.merge.rawValue {
      throw fault("yaml-merge", "不支持合并键「<<」", at: key.mark, help: "把要合并的内容写全")
    }
    return scalar.string
  }

  private mutating func scalar(
    _ scalar: Yams.Node.Scalar, of node: Yams.Node
  ) throws(DocumentError) -> BatonTemplate.Node {
    let value: BatonTemplate.Node?
    switch node.tag.rawValue {
    case Tag.Name.null.rawValue: value = BatonTemplate.Node.none
    case Tag.Name.bool.rawValue: value = node.bool.map(BatonTemplate.Node.bool)
    case Tag.Name.int.rawValue: value = integer(scalar.string, node.int)
    case Tag.Name.float.rawValue: value = node.float.map(BatonTemplate.Node.float)
    default: value = builder.string(scalar.string)
    }
    guard let value else {
      throw fault(
        "bad-yaml-value", "读不懂数「\(scalar.string)」", at: node.mark, length: scalar.string.utf8.count,
        help: "是文字就加上引号")
    }
    return value
  }

  /// Beyond 64 bits only plain decimal digits are read.
  private mutating func integer(_ text: String, _ value: Int?) -> BatonTemplate.Node? {
    if let value { return .int(value) }
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard digits.drop(while: { $0 == "-" }).allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return builder.bigInteger(digits: String(digits))
  }

  private func fault(
    _ id: String, _ message: String, at mark: Mark?, length: Int = 1, help: String? = nil
  ) -> DocumentError {
    let place: Diagnostic.Place =
      if let mark { .range(source, source.range(at: mark, length: length)) } else { .file(source.name) }
    return DocumentError([Diagnostic(id, .error, message, at: place, help: help)])
  }

  private static let nodeLimit = 2_000_000
  private static let depthLimit = 200
}
