// Markup among the data: the same transformation, run when it is printed, in the context it is printed in.

internal import BatonDiagnostics
package import BatonTemplate

extension MarkupPrinting {
  /// Markup in Word documents of a theme.
  package static func word(_ theme: Theme) -> MarkupPrinting {
    MarkupPrinting(paragraphStart: WordTransformation.paragraphStartTag) { markup, position, register in
      WordTransformation.markup(markup, position, register, theme: theme)
    }
  }
}

extension [TemplateNode] {
  /// A single output that knows it is all its paragraph holds.
  func aloneInParagraph(_ context: WordContext) -> [TemplateNode] {
    guard count == 1, case .output(var output)? = first else { return self }
    output.markup = MarkupPlace(.paragraph, context.setting(.flow).bits)
    return [.output(output)]
  }
}

extension WordTransformation {
  static let paragraphStartTag = "<w:p>"
  private static let paragraphEndTag = "</w:p>"

  /// Markup lowered for a place.
  ///
  /// A line is interrupted and goes on behind it. Blocks replace the paragraph that holds nothing else: its
  /// beginning is taken back, and its end, which is still to come, ends the last one of theirs.
  fileprivate static func markup(
    _ markup: MarkupValue, _ position: MarkupPlace.Position, _ register: UInt32, theme: Theme
  ) -> MarkupPrinting.Lowered? {
    guard let template = markup.structured else { return nil }
    let context = WordContext(register: register)
    var transformation = WordTransformation(
      template.source, theme: theme, kinds: KindInference(template.nodes) { _ in nil })
    let range = SourceRange(0, 0)
    var lowered = LoweredNodes()
    switch markup.kind {
    case .nothing?, .text?, .inline?:
      lowered.markup(textEnd + "</w:r>", range)
      lowered.append(transformation.runs(template.nodes, context))
      lowered.append(transformation.runStart(context, range))
      return transformation.hasFaults ? nil : (lowered.nodes, false)
    case .block?:
      guard position == .paragraph else { return nil }
      lowered.append(transformation.flow(template.nodes, context))
      var nodes = lowered.nodes
      if case .text(var last)? = nodes.last, last.characters.hasSuffix(paragraphEndTag) {
        last.characters.removeLast(paragraphEndTag.count)
        nodes[nodes.count - 1] = .text(last)
        lowered = LoweredNodes(nodes)
      } else {
        lowered.append(transformation.paragraphStart(breaks: [], context, range))
      }
      lowered.append(transformation.runStart(context, range))
      return transformation.hasFaults ? nil : (lowered.nodes, true)
    default: return nil
    }
  }

  private var hasFaults: Bool { diagnostics.contains { $0.severity == .error } }
}
