// premis.xml: what was done with a year before it was sealed, and by whom (PREMIS 3.0).

internal import BatonArchive
internal import BatonOffice

/// The preservation metadata of one version.
///
/// Source: PREMIS Data Dictionary 3.0; namespace http://www.loc.gov/premis/v3.
struct Preservation {
  let object: ObjectID
  let version: Int
  /// RFC 3339.
  let time: String
  let user: String
  /// Baton's version.
  let program: String
  /// The records whose digests are told one by one: inputs and what was computed from them.
  var files: [(path: String, bytes: [UInt8])] = []
  var events: [Event] = []

  /// Something that was done.
  struct Event {
    /// A term of the Library of Congress's list of event types.
    enum Kind: String {
      case creation, validation, sealing
      case fixityCheck = "fixity check"
    }

    let kind: Kind
    /// If it is not that of the version.
    var time: String?
    let detail: String
    let outcome: String
    var notes: [String] = []
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let root = Markup(
      "premis",
      [
        "xmlns": "http://www.loc.gov/premis/v3", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "version": "3.0",
      ],
      [representation] + files.map(file) + events.enumerated().map { event($1, number: $0 + 1) } + agents)
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + root.bytes + Array("\n".utf8)
  }

  private var name: String { "\(object)/v\(version)" }

  private var representation: Markup {
    Markup(
      "object", ["xsi:type": "representation"],
      [
        identifier("objectIdentifier", "URN", name),
        Markup("originalName", text: "\(object.county)\(object.year)年度"),
      ])
  }

  private func file(_ path: String, _ bytes: [UInt8]) -> Markup {
    let fixity = Markup(
      "fixity", [:],
      [
        Markup("messageDigestAlgorithm", text: "SHA-512"),
        Markup("messageDigest", text: Digest(of: bytes).hex),
      ])
    let format = Markup(
      "format", [:],
      [Markup("formatDesignation", [:], [Markup("formatName", text: Self.mediaType(of: path))])])
    return Markup(
      "object", ["xsi:type": "file"],
      [
        identifier("objectIdentifier", "URN", "\(name)/\(path)"),
        Markup("objectCharacteristics", [:], [fixity, Markup("size", text: String(bytes.count)), format]),
        Markup("originalName", text: path),
      ])
  }

  private func event(_ event: Event, number: Int) -> Markup {
    let notes = event.notes.map {
      Markup("eventOutcomeDetail", [:], [Markup("eventOutcomeDetailNote", text: $0)])
    }
    return Markup(
      "event", [:],
      [
        identifier("eventIdentifier", "URN", "\(name)#event-\(number)"),
        Markup("eventType", text: event.kind.rawValue),
        Markup("eventDateTime", text: event.time ?? time),
        Markup("eventDetailInformation", [:], [Markup("eventDetail", text: event.detail)]),
        Markup("eventOutcomeInformation", [:], [Markup("eventOutcome", text: event.outcome)] + notes),
        identifier("linkingAgentIdentifier", "URN", Self.program),
        identifier("linkingAgentIdentifier", "local", user),
        identifier("linkingObjectIdentifier", "URN", name),
      ])
  }

  private var agents: [Markup] {
    [
      Markup(
        "agent", [:],
        [
          identifier("agentIdentifier", "URN", Self.program), Markup("agentName", text: "Baton 指挥棒"),
          Markup("agentType", text: "software"), Markup("agentVersion", text: program),
        ]),
      Markup(
        "agent", [:],
        [
          identifier("agentIdentifier", "local", user), Markup("agentName", text: user),
          Markup("agentType", text: "person"),
        ]),
    ]
  }

  private static let program = "urn:baton:agent:baton"

  private func identifier(_ element: String, _ type: String, _ value: String) -> Markup {
    Markup(
      element, [:], [Markup("\(element)Type", text: type), Markup("\(element)Value", text: value)])
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": "text/csv"
    case "json": "application/json"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: "application/octet-stream"
    }
  }
}
