// The power fails at every step of a commit, and of the recovery after it.

import BatonArchive

/// Finds every state that a commit can leave behind, and lets a writer come to each.
struct PowerCuts {
  /// Takes syncs out of the record: a harness that then finds nothing could find nothing at all.
  enum Blindness { case none, wholeSyncs, nameSyncs, fileSyncs }

  struct Result {
    var cutCount = 0
    var stateCount = 0
    var recoveryStateCount = 0
    var faults: [String] = []
  }

  var trial: Trial
  /// Editions that are there before the commit.
  var editions = 1
  var blindness = Blindness.none
  /// Subsets of lost changes are all tried up to this many changes; beyond, the telling ones and some at random.
  var exhaustive = 6
  var randomSubsets = 8
  /// Of so many states one has its recovery cut as well; 0 for none.
  var recoveryEvery = 40
  /// Of so many states one is tried, by chance.
  var sampling = 1
  /// Stop after so many faults.
  var enough = 20

  func run(_ random: inout some RandomNumberGenerator) throws -> Result {
    let scratch = try Scratch()
    let store = "\(scratch.path)/Archive"
    var before = Tree()
    if editions > 0 {
      try trial.makeStore(at: store, editions: editions)
      before = try Tree(at: scratch.path)
    }
    let recording = RecordingFiles()
    let writer = try ArchiveWriter(at: store, sealingWith: trial.key, recording)
    _ = try writer.commit(trial.submission(editions + 1))
    let acknowledged = recording.operations.count
    // A second commit on top, so that what the first left unsynced can still be lost under it.
    _ = try writer.commit(trial.submission(editions + 2))

    var result = Result()
    var seen: Set<Tree> = []
    var disk = ModelDisk(before, at: scratch.path)
    let operations = visible(recording.operations)
    for (cut, operation) in ([nil] + operations).enumerated() {
      if let operation { disk.apply(operation) }
      result.cutCount += 1
      let done = editions + (cut >= operations.count ? 2 : cut >= acknowledged ? 1 : 0)
      for state in states(of: disk, &random) where seen.insert(state).inserted {
        if sampling > 1, Int.random(in: 0..<sampling, using: &random) > 0 { continue }
        result.stateCount += 1
        let attempted = min(done + 1, editions + 2)
        try check(state, done, attempted, "after step \(cut)", scratch, &result)
        if recoveryEvery > 0, result.stateCount % recoveryEvery == 0 {
          try cutRecovery(of: state, done, attempted, "after step \(cut)", scratch, &random, &result)
        }
        if result.faults.count >= enough { return result }
      }
    }
    return result
  }

  /// The record, less what this run is blind to; that leaves its place, so that steps keep their numbers.
  private func visible(_ operations: [Operation]) -> [Operation?] {
    operations.map { operation in
      switch (operation, blindness) {
      case (.syncAll, .wholeSyncs), (.syncNames, .nameSyncs): nil
      case (.writeThrough(let path, let bytes), .fileSyncs): .write(path, bytes)
      default: operation
      }
    }
  }

  /// What the disk may hold now.
  private func states(of disk: ModelDisk, _ random: inout some RandomNumberGenerator) -> [Tree] {
    let count = disk.unsafeCount
    var kept: [[Bool]] = []
    if count <= exhaustive {
      for mask in 0..<(1 << count) { kept.append((0..<count).map { mask >> $0 & 1 == 1 }) }
    } else {
      for length in 0...count { kept.append((0..<count).map { $0 < length }) }
      for one in 0..<count {
        kept.append((0..<count).map { $0 == one })
        kept.append((0..<count).map { $0 != one })
      }
      for _ in 0..<randomSubsets { kept.append((0..<count).map { _ in Bool.random(using: &random) }) }
    }
    return kept.flatMap { kept in
      let seed = UInt64.random(in: .min ... .max, using: &random)
      let mixed: (ModelDisk.Node) -> ModelDisk.Tear = { node in
        ModelDisk.Tear.allCases[Int((seed >> UInt64(node % 31 * 2)) & 3)]
      }
      return ModelDisk.Tear.allCases.map { tear in
        disk.afterPowerCut(keeping: { kept[$0] }, tear: { _ in tear })
      } + [disk.afterPowerCut(keeping: { kept[$0] }, tear: mixed)]
    }
  }

  private func check(
    _ state: Tree, _ done: Int, _ attempted: Int, _ place: String, _ scratch: Scratch, _ result: inout Result
  ) throws {
    let folder = try Scratch(in: scratch.path)
    try state.write(to: folder.path)
    result.faults += trial.faults(at: "\(folder.path)/Archive", acknowledged: done, attempted: attempted)
      .map { "\(place): \($0)" }
  }

  /// Lets the recovery of a state run, and cuts it too.
  private func cutRecovery(
    of state: Tree, _ done: Int, _ attempted: Int, _ place: String, _ scratch: Scratch,
    _ random: inout some RandomNumberGenerator, _ result: inout Result
  ) throws {
    let folder = try Scratch(in: scratch.path)
    try state.write(to: folder.path)
    let recording = RecordingFiles()
    _ = try ArchiveWriter(at: "\(folder.path)/Archive", sealingWith: trial.key, recording)
    var disk = ModelDisk(state, at: folder.path)
    var seen: Set<Tree> = [state]
    for (step, operation) in recording.operations.enumerated() {
      disk.apply(operation)
      for next in states(of: disk, &random) where seen.insert(next).inserted {
        if sampling > 1, Int.random(in: 0..<sampling, using: &random) > 0 { continue }
        result.recoveryStateCount += 1
        try check(next, done, attempted, "\(place), recovery step \(step + 1)", scratch, &result)
        if result.faults.count >= enough { return }
      }
    }
  }
}
