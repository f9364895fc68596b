// The short form of scripts/endure: power cuts at every step, and damage of every kind.

import BatonArchive
import Testing

@testable import baton_endure

@Suite struct EnduranceTests {
  /// A new object and an amendment, of a sample of the states that a power cut can leave.
  @Test(arguments: [0, 1])
  func `a power cut at any step loses nothing acknowledged and tears nothing`(editions: Int) throws {
    var random = SeededGenerator(seed: 11)
    var cuts = PowerCuts(trial: Trial(key: try SigningKey(), fileCount: 1), editions: editions)
    cuts.sampling = 40
    let result = try cuts.run(&random)
    #expect(result.faults == [])
    #expect(result.cutCount > 50 && result.stateCount > 15)
  }

  @Test(arguments: [PowerCuts.Blindness.wholeSyncs, .nameSyncs, .fileSyncs])
  func `a writer that leaves a sync out is found out`(blindness: PowerCuts.Blindness) throws {
    var random = SeededGenerator(seed: 11)
    var cuts = PowerCuts(trial: Trial(key: try SigningKey(), fileCount: 1), blindness: blindness)
    cuts.sampling = 15
    cuts.recoveryEvery = 0
    cuts.enough = 1
    #expect(try !cuts.run(&random).faults.isEmpty)
  }

  @Test(arguments: Damage.Kind.allCases)
  func `damage of every kind is noticed and named`(kind: Damage.Kind) throws {
    var random = SeededGenerator(seed: 11)
    var result = Damage.Result()
    try Damage(Trial(key: SigningKey(), fileCount: 2)).run(kind, count: 12, &random, &result)
    #expect(result.unnoticed == [])
    #expect(result.counts == [kind: 12])
  }
}
