// A lowered tree as text, for reading and comparing: markup as it stands, tags as Jinja, instructions in ⟦⟧.

import BatonTemplate

extension [TemplateNode] {
  var loweredText: String { map(\.loweredText).joined() }
}

extension TemplateNode {
  fileprivate var loweredText: String {
    switch self {
    case .element(let element): "⟦element \(element.name)⟧"
    case .text(let text): text.isVerbatim ? text.characters : "⟦text \(text.characters)⟧"
    case .output(let output): "{{\(output.expression.shortText)\(output.place == .text ? "" : " !place")}}"
    case .tag: "{%tag%}"
    case .block(let block): block.clauses.map(\.loweredText).joined() + "{%end%}"
    case .instruction(let instruction): instruction.loweredText
    }
  }
}

extension TemplateNode.Block.Clause {
  fileprivate var loweredText: String {
    let word =
      switch head {
      case .if(let condition): "if \(condition.shortText)"
      case .for(_, in: let list, where: _, isRecursive: _): "for \(list.shortText)"
      case .else: "else"
      case .macro(let name, _, _): "macro \(name)"
      default: "…"
      }
    return "{%\(word)%}" + body.loweredText
  }
}

extension Expression {
  fileprivate var shortText: String {
    switch kind {
    case .name(let name): name
    case .call(let callee, _): "\(callee.shortText)()"
    default: "…"
    }
  }
}

extension Instruction {
  fileprivate var loweredText: String {
    switch self {
    case .unlessEmpty(let open, let body, let close):
      "⟦unlessEmpty \(open.loweredText)⟧\(body.loweredText)⟦\(close.loweredText)⟧"
    case .unlessBlock(let open, let body, let close):
      "⟦unlessBlock \(open.loweredText)⟧\(body.loweredText)⟦\(close.loweredText)⟧"
    case .orElse(let body, let fallback): "⟦orElse⟧\(body.loweredText)⟦\(fallback.loweredText)⟧"
    case .stream(let name, _, let body): "⟦stream \(name.rawValue) \(body.loweredText)⟧"
    case .identifier(let role, let body): "⟦\(role) \(body.loweredText)⟧"
    case .slot(let name): "⟦slot \(name.rawValue)⟧"
    case .fill(let name, let body): "⟦fill \(name.rawValue) \(body.loweredText)⟧"
    case .append(let name, let body): "⟦append \(name.rawValue) \(body.loweredText)⟧"
    case .echo(let name, let open, let body, let close):
      "⟦echo \(name.rawValue) \(open.loweredText)…\(close.loweredText)⟧\(body.loweredText)⟦end⟧"
    case .unechoed(let body): "⟦unechoed \(body.loweredText)⟧"
    case .drain(let name): "⟦drain \(name.rawValue)⟧"
    case .whereAsked(let name, let body): "⟦where \(name.rawValue) \(body.loweredText)⟧"
    case .once(let name, let body): "⟦once \(name.rawValue) \(body.loweredText)⟧"
    case .atEnd(let body): "⟦at end \(body.loweredText)⟧"
    case .raisingContext(let change, let body):
      "⟦raise \(String(change.step, radix: 16))/\(String(change.mask, radix: 16)) \(body.loweredText)⟧"
    case .nextNumber(let name): "⟦next \(name.rawValue)⟧"
    case .lastNumber(let name, _): "⟦last \(name.rawValue)⟧"
    case .setNumber(let name, .constant(let value)): "⟦set \(name.rawValue) \(value)⟧"
    case .setNumber(let name, .last(let other)): "⟦set \(name.rawValue) as \(other.rawValue)⟧"
    case .relationship(_, let target): "⟦link \(target.shortText)⟧"
    case .relationshipToStream(let name): "⟦part \(name.rawValue)⟧"
    case .inContext(let bits, let body):
      "⟦in \(String(bits.value, radix: 16))/\(String(bits.mask, radix: 16)) \(body.loweredText)⟧"
    case .picture(_, let body): "⟦picture \(body.loweredText)⟧"
    case .pictureValue(let value): "⟦\(value)⟧"
    case .ifVector(let body): "⟦if vector \(body.loweredText)⟧"
    case .container(let share, _, let body):
      "⟦container \(share.map(String.init) ?? "cell") \(body.loweredText)⟧"
    case .picturing(let body): "⟦picturing \(body.loweredText)⟧"
    case .pictureGap: "⟦gap⟧"
    case .counted(let name, let body): "⟦count \(name.rawValue) \(body.loweredText)⟧"
    case .currentNumber(let name): "⟦number \(name.rawValue)⟧"
    case .grid(_, let body): "⟦grid \(body.loweredText)⟧"
    case .gridColumn(let width): "⟦column \(width)⟧"
    case .gridColumns: "⟦columns⟧"
    case .gridGroupEnd: "⟦group end⟧"
    case .gridRow(let open, let body, let close):
      "⟦row \(open.loweredText)⟧\(body.loweredText)⟦\(close.loweredText)⟧"
    case .gridRowTail: "⟦tail⟧"
    case .gridCell(let columns, let rows, _):
      "⟦cell \(columns?.shortText ?? "1")×\(rows?.shortText ?? "1")⟧"
    case .byContext(let mask, let cases, let otherwise):
      "⟦by \(String(mask, radix: 16))"
        + cases.map { " \(String($0.value, radix: 16)):\($0.body.loweredText)" }.joined()
        + " else:\(otherwise.loweredText)⟧"
    }
  }
}
