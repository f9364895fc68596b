// Work on several tasks comes back in order, or not at all.

import BatonReports
import Synchronization
import Testing

@Suite struct `A batch` {
  @Test(arguments: [1, 2, 7, 40])
  func `brings outcomes back in the order of the numbers`(jobs: Int) async {
    let outcomes = await Batch(jobs: jobs).run(25, makeWorker: { 0 }, work: { _, number in number * number })
    #expect(outcomes == (0..<25).map { $0 * $0 })
  }

  @Test func `makes one worker a task and keeps it there`() async throws {
    let workers = Atomic(0)
    let outcomes = try #require(
      await Batch(jobs: 3).run(
        60, makeWorker: { workers.wrappingAdd(1, ordering: .relaxed).newValue * 1000 },
        work: { worker, _ in
          worker += 1
          return worker
        }))
    #expect(workers.load(ordering: .relaxed) == 3)
    #expect(Set(outcomes).count == 60)
  }

  @Test func `counts what is done up to the end`() async {
    let last = Atomic(0)
    var batch = Batch(jobs: 2)
    batch.progress = { _ = last.max($0, ordering: .relaxed) }
    _ = await batch.run(10, makeWorker: {}, work: { _, _ in })
    #expect(last.load(ordering: .relaxed) == 10)
  }

  @Test func `that is cancelled brings nothing back`() async {
    let begun = Atomic(0)
    var batch = Batch(jobs: 1)
    batch.isCancelled = { begun.load(ordering: .relaxed) >= 3 }
    let outcomes = await batch.run(
      10, makeWorker: {}, work: { _, _ in begun.wrappingAdd(1, ordering: .relaxed).newValue })
    #expect(outcomes == nil)
    #expect(begun.load(ordering: .relaxed) == 3)
  }

  @Test func `of nothing brings nothing back, at once`() async {
    #expect(await Batch(jobs: 2).run(0, makeWorker: {}, work: { _, number in number }) == [])
  }
}
