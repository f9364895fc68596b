// Shards part the work without overlap and without rest.

import BatonReports
import Testing

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 7, 20])
  func `every piece of work belongs to exactly one shard`(count: Int) {
    let shards = (1...count).compactMap { Shard("\($0)/\(count)") }
    #expect(shards.count == count)
    for index in 0..<50 { #expect(shards.count { $0.takes(index) } == 1) }
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "-1/2", "", "/", "1/"])
  func `what is no part of a whole is no shard`(text: String) {
    #expect(Shard(text) == nil)
  }
}
