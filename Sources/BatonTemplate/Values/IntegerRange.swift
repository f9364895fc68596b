// `range(start, stop, step)`: its numbers, never made before they are asked for.

package struct IntegerRange: RandomAccessCollection, Sendable, Equatable {
  package let start: Int
  package let stop: Int
  package let step: Int
  package let count: Int

  /// - Precondition: `step` is not 0.
  package init(start: Int, stop: Int, step: Int) {
    precondition(step != 0, "a range has a step")
    self.start = start
    self.stop = stop
    self.step = step
    let isEmpty = step > 0 ? start >= stop : start <= stop
    let distance = start.subtractingReportingOverflow(stop)
    let magnitude = distance.overflow ? UInt(Int.max) : distance.partialValue.magnitude
    count = isEmpty ? 0 : Int((magnitude - 1) / step.magnitude) + 1
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(index: Int) -> Int { start + index * step }

  /// Ranges are equal when they give the same numbers.
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}
