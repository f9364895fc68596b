// The streams of a rendering while it runs, with their slots, counters and relationships.

/// Everything beside the bytes of the current stream, which stand in the machine's own buffer.
struct StreamStore {
  struct Stream {
    let name: UInt32
    let number: Int
    var bytes: [UInt8] = []
    /// Gaps in the order of their positions, each with what is filled in.
    var slots: [(fill: Int, position: Int)] = []
    var relationships: [Rendering.Relationship] = []
  }

  private(set) var streams: [Stream] = []
  /// The streams that are being written, the innermost last.
  private(set) var open: [Int] = []
  /// What slots are filled with; several slots may share one.
  private var fills: [[UInt8]] = []
  private var namedFills: [(name: UInt32, fill: Int)] = []
  private var counters: [(name: UInt32, value: Int)] = []
  private var firstRelationships: [(name: UInt32, number: Int)] = []
  /// The counter above which relationship ids are given.
  private var relationshipCounter: UInt32 = 0
  private(set) var byteCount = 0

  var current: Int { open[open.count - 1] }

  var hasSlots: Bool { !streams[current].slots.isEmpty }

  /// Begins a rendering, with counters that have given numbers already and the numbers that the relationships of
  /// parts start at.
  mutating func reset(
    main: UInt32, relationshipCounter: UInt32, counters given: [(name: UInt32, value: Int)],
    relationships: [(name: UInt32, number: Int)]
  ) {
    self.relationshipCounter = relationshipCounter
    streams.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    fills.removeAll(keepingCapacity: true)
    namedFills.removeAll(keepingCapacity: true)
    counters.removeAll(keepingCapacity: true)
    counters.append(contentsOf: given)
    firstRelationships = relationships
    byteCount = 0
    fills.append([])
    streams.append(Stream(name: main, number: 1))
    open.append(0)
  }

  /// Begins or continues a stream; what is in the buffer belongs to the one before.
  mutating func enter(_ name: UInt32, isNew: Bool) -> Int {
    if !isNew, let known = streams.lastIndex(where: { $0.name == name }) {
      open.append(known)
      return known
    }
    let number = streams.count { $0.name == name } + 1
    streams.append(Stream(name: name, number: number))
    open.append(streams.count - 1)
    return streams.count - 1
  }

  private func firstRelationship(of stream: UInt32) -> Int {
    firstRelationships.first { $0.name == stream }?.number ?? 1
  }

  mutating func leave() { open.removeLast() }

  mutating func store(_ bytes: [UInt8], in stream: Int) {
    streams[stream].bytes = bytes
    byteCount += bytes.count
  }

  mutating func take(_ stream: Int) -> [UInt8] {
    byteCount -= streams[stream].bytes.count
    defer { streams[stream].bytes = [] }
    return streams[stream].bytes
  }

  // MARK: Slots and counters

  /// The fill that slots of a name share.
  mutating func fill(named name: UInt32) -> Int {
    if let known = namedFills.first(where: { $0.name == name }) { return known.fill }
    let fill = newFill()
    namedFills.append((name, fill))
    return fill
  }

  /// Moves the slots at and behind a position with the text that they stand in.
  mutating func moveSlots(from position: Int, by distance: Int) {
    for index in streams[current].slots.indices where streams[current].slots[index].position >= position {
      streams[current].slots[index].position += distance
    }
  }

  /// Puts something into the slots of a name, or adds it to what stands in them.
  mutating func fill(_ name: UInt32, with bytes: [UInt8], isAdded: Bool) {
    let fill = fill(named: name)
    if isAdded { fills[fill] += bytes } else { fills[fill] = bytes }
  }

  /// Takes out what stands in the slots of a name.
  mutating func drain(_ name: UInt32) -> [UInt8] {
    let fill = fill(named: name)
    defer { fills[fill] = [] }
    return fills[fill]
  }

  /// The fill of slots that may stay empty.
  var emptyFill: Int { 0 }

  /// A fill with nothing in it yet.
  mutating func newFill() -> Int {
    fills.append([])
    return fills.count - 1
  }

  mutating func setFill(_ fill: Int, _ bytes: [UInt8]) { fills[fill] = bytes }

  /// Leaves a gap in the current stream.
  ///
  /// - Returns: Its number, by which it may get another fill.
  @discardableResult
  mutating func addSlot(_ fill: Int, at position: Int) -> Int {
    streams[current].slots.append((fill, position))
    return streams[current].slots.count - 1
  }

  /// Gives a slot of the current stream another fill.
  mutating func setSlot(_ slot: Int, to fill: Int) { streams[current].slots[slot].fill = fill }

  /// Forgets the slots behind a position: what they stood in was taken back.
  mutating func dropSlots(from position: Int) {
    let stream = current
    while let last = streams[stream].slots.last, last.position > position {
      streams[stream].slots.removeLast()
    }
  }

  mutating func setCounter(_ name: UInt32, _ value: Int) {
    if let index = counters.firstIndex(where: { $0.name == name }) {
      counters[index].value = value
    } else {
      counters.append((name, value))
    }
  }

  mutating func nextNumber(_ name: UInt32) -> Int {
    let value = lastNumber(name) + 1
    setCounter(name, value)
    return value
  }

  func lastNumber(_ name: UInt32) -> Int { counters.first { $0.name == name }?.value ?? 0 }

  // MARK: Relationships

  /// The id of a relationship of the current stream; equal targets share one.
  mutating func relationship(to target: Rendering.Relationship.Target) -> String {
    if let known = streams[current].relationships.first(where: { $0.target == target }) { return known.id }
    let stream = streams[current]
    let number =
      lastNumber(relationshipCounter) + firstRelationship(of: stream.name) + stream.relationships.count
    let id = "rId\(number)"
    streams[current].relationships.append(.init(id: id, target: target))
    return id
  }

  func lastStream(named name: UInt32) -> Int? { streams.lastIndex { $0.name == name } }

  /// A stream's bytes with its slots filled.
  func spliced(_ stream: Int, _ bytes: [UInt8]) -> [UInt8] {
    let slots = streams[stream].slots
    guard !slots.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for slot in slots {
      result += bytes[position..<slot.position]
      result += fills[slot.fill]
      position = slot.position
    }
    return result + bytes[position...]
  }
}
