// What comes out of a rendering: streams by name, and what they refer to.

/// The result of rendering a template. Text and HTML have one stream, `document`.
public struct Rendering: Sendable {
  /// What one part of the document holds.
  package struct Stream: Sendable {
    package let name: StreamName
    /// Which execution of its name: 1 for the first.
    package let number: Int
    package let bytes: [UInt8]
    package let relationships: [Relationship]
  }

  package struct Relationship: Sendable, Hashable {
    package enum Target: Sendable, Hashable {
      /// A hyperlink, or the name of an image.
      case external(Instruction.RelationshipKind, String)
      /// A picture, by its place in ``Rendering/pictures``.
      case picture(Int)
      /// Another stream of this rendering, by its place in ``Rendering/streams``.
      case stream(Int)
    }

    /// `rIdN`
    package let id: String
    package let target: Target
  }

  /// A picture that was shown, once however often it was.
  package struct Picture: Sendable {
    package let bytes: [UInt8]
    package let format: PictureFormat
  }

  package let streams: [Stream]
  package let pictures: [Picture]

  /// The bytes of the main stream.
  public var bytes: [UInt8] { streams.first { $0.name == .document }?.bytes ?? [] }

  /// The main stream as a text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
