// How a capture keeps what is to be done at each printing: between the bytes that it printed.

/// A reference to an operation of the structure, as it stands in the bytes of a fragment.
struct RecordedOperation {
  /// No printed text holds it: control characters are refused in every place.
  static let mark: UInt8 = 0x01
  private static let programDigits = 4
  private static let positionDigits = 5

  let program: Int
  let position: Int
  /// What the operation took from the stack.
  let operand: Range<Int>

  /// - Precondition: A program and a position that fit: there are memory limits far below.
  static func write(
    _ program: Int, _ position: Int, operand: [UInt8], to output: inout ByteBuffer
  ) {
    output.append(mark)
    write(program, digits: programDigits, to: &output)
    write(position, digits: positionDigits, to: &output)
    write(operand.count, digits: positionDigits, to: &output)
    output.append(operand)
  }

  /// Digits of six bits from `@` on: none of them means anything to markup.
  private static func write(_ number: Int, digits: Int, to output: inout ByteBuffer) {
    precondition(number >> (6 * digits) == 0, "a number too large to be recorded")
    for digit in (0..<digits).reversed() { output.append(0x40 | UInt8(number >> (6 * digit) & 0x3F)) }
  }

  /// The operation that bytes begin with, and where it ends.
  static func read(_ bytes: Slice<UnsafeRawBufferPointer>) -> (operation: RecordedOperation, end: Int)? {
    var index = bytes.startIndex + 1
    let head = programDigits + 2 * positionDigits
    guard bytes.first == mark, bytes.count > head else { return nil }
    func number(_ digits: Int) -> Int {
      defer { index += digits }
      return bytes[index..<(index + digits)].reduce(0) { $0 << 6 | Int($1 & 0x3F) }
    }
    let (program, position) = (number(programDigits), number(positionDigits))
    let count = number(positionDigits)
    guard count <= bytes.endIndex - index else { return nil }
    return (
      RecordedOperation(program: program, position: position, operand: index..<(index + count)), index + count
    )
  }
}
