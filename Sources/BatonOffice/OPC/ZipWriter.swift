// A small ZIP writer (APPNOTE 6.3.10): no clock, no extra fields, no ZIP64, so equal input gives equal bytes.

/// Writes entries one after the other, then the directory.
struct ZipWriter {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var entryCount: UInt16 = 0

  /// What DOS calls 1980-01-01 00:00, the earliest it can say.
  private static let date: UInt16 = 0x0021
  private static let time: UInt16 = 0
  /// 2.0: deflate.
  private static let version: UInt16 = 20

  init(reservingCapacity capacity: Int) {
    output.reserveCapacity(capacity)
  }

  /// Adds an entry; its name is ASCII.
  ///
  /// - Throws: `package-too-large` where the format without ZIP64 ends: 4 GiB, 65,535 entries.
  mutating func add(_ name: String, _ content: DeflatedContent) throws(OfficeError) {
    let fields = try entryFields(name, content)
    let offset = UInt32(output.count)
    output.append(littleEndian: 0x0403_4B50 as UInt32)
    output += fields
    output.append(contentsOf: name.utf8)
    output.append(contentsOf: content.bytes)

    directory.append(littleEndian: 0x0201_4B50 as UInt32)
    directory.append(littleEndian: Self.version)
    directory += fields
    directory += [UInt8](repeating: 0, count: 10)  // comment, disk, attributes
    directory.append(littleEndian: offset)
    directory.append(contentsOf: name.utf8)
    entryCount += 1
  }

  /// The whole archive.
  consuming func finish() throws(OfficeError) -> [UInt8] {
    guard output.count + directory.count < UInt32.max else { throw .tooLarge }
    let offset = UInt32(output.count)
    output += directory
    output.append(littleEndian: 0x0605_4B50 as UInt32)
    output += [0, 0, 0, 0]  // this disk, the directory's disk
    output.append(littleEndian: entryCount)
    output.append(littleEndian: entryCount)
    output.append(littleEndian: UInt32(directory.count))
    output.append(littleEndian: offset)
    output += [0, 0]  // comment
    return output
  }

  /// What the local header and the directory say alike, from "version needed" to the extra field's length.
  private func entryFields(_ name: String, _ content: DeflatedContent) throws(OfficeError) -> [UInt8] {
    guard entryCount < UInt16.max, content.originalCount < UInt32.max,
      output.count + content.bytes.count < UInt32.max
    else { throw .tooLarge }
    var fields: [UInt8] = []
    fields.append(littleEndian: Self.version)
    fields.append(littleEndian: 0 as UInt16)  // flags
    fields.append(littleEndian: (content.isCompressed ? 8 : 0) as UInt16)
    fields.append(littleEndian: Self.time)
    fields.append(littleEndian: Self.date)
    fields.append(littleEndian: content.checksum)
    fields.append(littleEndian: UInt32(content.bytes.count))
    fields.append(littleEndian: UInt32(content.originalCount))
    fields.append(littleEndian: UInt16(name.utf8.count))
    fields.append(littleEndian: 0 as UInt16)  // extra field
    return fields
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
