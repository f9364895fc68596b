// Numbered work on several tasks: what rendering a county is.

internal import Synchronization

/// Does pieces of work that don't depend on each other, several at a time.
///
/// Pieces are handed out by number, so a task that got a long one doesn't hold up the rest; outcomes come back in
/// the order of the numbers, whichever task made them.
package struct Batch: Sendable {
  /// How many pieces are in the making at once.
  package let jobs: Int
  /// Told after each piece how many are done; called from several tasks.
  package var progress: @Sendable (_ done: Int) -> Void = { _ in }
  /// Asked before each piece.
  package var isCancelled: @Sendable () -> Bool = { false }

  package init(jobs: Int) {
    precondition(jobs > 0, "nobody to do the work")
    self.jobs = jobs
  }

  /// Does all pieces of work.
  ///
  /// - Parameters:
  ///   - count: How many; they are numbered from 0.
  ///   - makeWorker: Makes what one task works with: a renderer, buffers. It never leaves its task.
  ///   - work: Does the piece of that number.
  /// - Returns: One outcome a piece, or `nil` if it was cancelled before all were done.
  package func run<Worker: ~Copyable, Outcome: Sendable>(
    _ count: Int, makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Int) -> Outcome
  ) async -> [Outcome]? {
    let counter = Counter()
    let outcomes = await withTaskGroup(of: [(number: Int, outcome: Outcome)].self) { group in
      for _ in 0..<min(jobs, count) {
        group.addTask {
          var worker = makeWorker()
          var made: [(number: Int, outcome: Outcome)] = []
          while let number = counter.next(below: count), !isCancelled() {
            made.append((number, work(&worker, number)))
            progress(counter.finishOne())
          }
          return made
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    guard outcomes.count == count else { return nil }
    return outcomes.sorted { $0.number < $1.number }.map(\.outcome)
  }

  /// Hands out numbers, and counts what is done.
  private final class Counter: Sendable {
    private let taken = Atomic(0)
    private let done = Atomic(0)

    func next(below count: Int) -> Int? {
      let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return number < count ? number : nil
    }

    func finishOne() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
