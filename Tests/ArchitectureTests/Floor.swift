// The floors as a table: what each target is allowed to see.

/// A target of the package, the floor it stands on and what it may import from outside the package.
struct Room: Sendable {
  let name: String
  /// An arrow may only point to a lower floor.
  let floor: Int
  /// Modules of other packages, the system's C libraries and the toolchain's modules.
  let outside: Set<String>

  init(_ name: String, floor: Int, outside: Set<String> = []) {
    self.name = name
    self.floor = floor
    self.outside = outside
  }

  static let all: [Room] = [
    Room("CLibXML2", floor: 0),
    Room("CLibDeflate", floor: 0),
    Room("CLibXlsxWriter", floor: 0),
    Room("CLibZip", floor: 0),
    Room("CLibCrypto", floor: 0),
    Room("CLibQPDF", floor: 0),
    Room("CLibQREncode", floor: 0),
    Room("CEmbedded", floor: 0),
    Room("CLinux", floor: 0),
    Room("CMath", floor: 0),
    Room("BatonDiagnostics", floor: 0),
    Room("BatonFiles", floor: 0, outside: ["CLinux", "Glibc"]),
    Room("BatonXML", floor: 1, outside: ["CLibXML2"]),
    Room("BatonAssessment", floor: 1, outside: ["BigInt"]),
    Room("BatonTemplate", floor: 2, outside: ["BigInt", "CMath", "Synchronization"]),
    Room("BatonOffice", floor: 2, outside: ["CLibDeflate", "CLibXlsxWriter", "CLibZip", "CMath"]),
    Room(
      "BatonArchive", floor: 2, outside: ["CLibCrypto", "Dispatch", "Foundation", "GRDB", "Synchronization"]),
    Room("BatonDocument", floor: 3, outside: ["Yams", "Synchronization"]),
    Room(
      "BatonReports", floor: 4,
      outside: ["CEmbedded", "CLibQPDF", "CLibQREncode", "Foundation", "Glibc", "Synchronization"]),
    // The generator knows nothing of the program it feeds: its county is a folder of CSV.
    Room("SampleCounty", floor: 0),
    Room("baton-sample", floor: 6, outside: ["ArgumentParser", "Foundation", "Glibc"]),
    Room("baton-cells", floor: 6, outside: ["ArgumentParser", "Foundation"]),
    Room("baton", floor: 6, outside: ["ArgumentParser", "Foundation", "Glibc", "Synchronization"]),
  ]

  /// Where each room's own files may not know files, clocks or locales.
  static let highestFloorWithoutFoundation = 3

  /// The exceptions: a store on disk and the system calls that it is made of.
  static let whereFilesAreTheBusiness: Set<String> = ["BatonArchive", "BatonFiles"]
}
