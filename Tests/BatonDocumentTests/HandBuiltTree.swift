// Template trees written by hand, so that the transformation is tested without a parser.

import BatonDiagnostics
import BatonTemplate

let nowhere = SourceRange(0, 0)

func element(
  _ name: String, _ attributes: KeyValuePairs<String, [TemplateNode]> = [:], _ children: [TemplateNode] = []
) -> TemplateNode {
  .element(
    TemplateNode.Element(
      name: name, namespace: "",
      attributes: attributes.map {
        TemplateNode.Attribute(name: $0.key, namespace: "", value: $0.value, range: nowhere)
      },
      children: children, range: nowhere, startTagRange: nowhere))
}

func text(_ characters: String) -> TemplateNode { .text(TemplateNode.Text(characters, range: nowhere)) }

func name(_ name: String) -> Expression { Expression(.name(name), nowhere) }

func output(_ variable: String) -> TemplateNode {
  .output(TemplateNode.Output(name(variable), range: nowhere))
}

func calling(_ macro: String) -> TemplateNode {
  .output(
    TemplateNode.Output(Expression(.call(name(macro), Expression.Arguments()), nowhere), range: nowhere))
}

func block(_ clauses: [(TagHead, [TemplateNode])]) -> TemplateNode {
  .block(
    TemplateNode.Block(
      clauses: clauses.map { TemplateNode.Block.Clause(head: $0.0, headRange: nowhere, body: $0.1) },
      range: nowhere))
}

func when(_ condition: String, _ then: [TemplateNode], otherwise: [TemplateNode]? = nil) -> TemplateNode {
  block([(.if(name(condition)), then)] + (otherwise.map { [(.else, $0)] } ?? []))
}

func each(_ variable: String, in list: String, _ body: [TemplateNode]) -> TemplateNode {
  block([(.for(.name(variable, nowhere), in: name(list), where: nil, isRecursive: false), body)])
}

func macro(_ name: String, _ body: [TemplateNode]) -> TemplateNode {
  block([(.macro(name: name, nameRange: nowhere, Parameters()), body)])
}
