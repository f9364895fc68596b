// Boxes: parts of a page that stand at a place of the paper, not where the text before them ends.

/// Where the content of a `div` of a class stands.
package struct BoxStyle: Sendable, Hashable {
  /// What the place is measured from.
  package enum Position: String, Sendable, CaseIterable {
    /// Where the text has come to; what follows begins there too.
    case here = "当前处"
    /// The foot of the text area on the page that the text before has come to.
    case textFoot = "版心下边"
    /// Below the upper edge of the paper.
    case paperTop = "页面上边"
    /// Above the lower edge of the paper.
    case paperFoot = "页面下边"
  }

  package var name: String
  package var selectors: [StyleSelector]
  package var position: Position
  /// From the edge of the paper.
  package var distance: Length
  /// Centred on the text area where it is wider; `nil` is as wide as that.
  package var width: Length?
  /// Whether text makes room for it.
  package var pushesText: Bool
}
