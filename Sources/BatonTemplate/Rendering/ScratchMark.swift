// What an iteration made is given back at its end, so that a long loop needs no more memory than its output.
// Whatever may outlive the iteration is counted when it is stored (`noteKept`); then all of it stays.

/// How far the scratch stores were filled at some time.
struct ScratchMark: BitwiseCopyable {
  let nodes: Int
  let bytes: Int
  let lists: Int
  let maps: Int
  let objects: Int
  let contexts: Int
  let top: Int
  let kept: Int
}

extension Machine {
  var scratchMark: ScratchMark {
    ScratchMark(
      nodes: scratchNodes.count, bytes: scratchBytes.count, lists: lists.count, maps: maps.count,
      objects: objects.count, contexts: contexts.count, top: top, kept: keptCount)
  }

  /// Gives back what the innermost loop's iteration made; where something of it was kept, marks anew.
  @inline(__always)
  mutating func endIteration(of loop: Int) {
    let mark = loops[loop].scratch
    if keptCount != mark.kept {
      loops[loop].scratch = scratchMark
      return
    }
    if scratchBytes.count > mark.bytes { scratchBytes.truncate(to: mark.bytes) }
    if scratchNodes.count > mark.nodes { scratchNodes.removeLast(scratchNodes.count - mark.nodes) }
    if lists.count > mark.lists { lists.removeLast(lists.count - mark.lists) }
    if maps.count > mark.maps { maps.removeLast(maps.count - mark.maps) }
    if objects.count > mark.objects { objects.removeLast(objects.count - mark.objects) }
    if contexts.count > mark.contexts { contexts.removeLast(contexts.count - mark.contexts) }
    top = mark.top
  }

  /// Notes that a value was stored where it outlives the iteration that made it.
  @inline(__always)
  mutating func noteKept(_ value: Node) {
    if value.arena == .scratch { keptCount += 1 }
  }

  /// Notes that a value was given a name in a context: one that the iteration made itself goes with it.
  mutating func noteKept(_ value: Node, in context: Int) {
    if let mark = loops.last?.scratch, context < mark.contexts { noteKept(value) }
  }

  /// Notes that a list or a mapping changes: one that the iteration made itself goes with it.
  mutating func noteChange(of container: Node) {
    guard let mark = loops.last?.scratch else { return }
    let isOwn = container.offset >= (container.tag == .map ? mark.maps : mark.lists)
    if !isOwn { keptCount += 1 }
  }
}
