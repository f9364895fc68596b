// An arrow may only point down: every `import` and every dependency in Package.swift is read.

import Testing

@Suite struct Floors {
  private static let rooms = Dictionary(uniqueKeysWithValues: Room.all.map { ($0.name, $0) })

  @Test func `every folder of Sources stands on a floor, and every room has a folder`() throws {
    #expect(try Checkout.folders(in: "Sources") == Room.all.map(\.name).sorted())
  }

  @Test(arguments: Room.all)
  func `a room imports only rooms below it and what it may take from outside`(room: Room) throws {
    for file in try Checkout.files(below: "Sources/\(room.name)", endingIn: [".swift"]) {
      for name in file.imports where !isAllowed(name, in: room) {
        Issue.record("\(file.path) imports \(name), which \(room.name) may not")
      }
    }
  }

  @Test(arguments: Room.all)
  func `a room imports nothing that Package.swift does not declare for it`(room: Room) throws {
    let declared = try Manifest(Checkout.file("Package.swift").text).dependencies(of: room.name)
    let toolchain: Set<String> = ["Dispatch", "Foundation", "Glibc", "Synchronization"]
    for file in try Checkout.files(below: "Sources/\(room.name)", endingIn: [".swift"]) {
      for name in file.imports where !toolchain.contains(name) {
        #expect(declared.contains(name), "\(file.path) imports \(name), which Package.swift does not declare")
      }
    }
  }

  @Test(arguments: Room.all)
  func `Package.swift declares for a room only rooms below it and what it may take from outside`(
    room: Room
  ) throws {
    for name in try Manifest(Checkout.file("Package.swift").text).dependencies(of: room.name) {
      #expect(isAllowed(name, in: room), "Package.swift gives \(room.name) the dependency \(name)")
    }
  }

  @Test func `no room up to the third floor knows Foundation`() {
    let forbidden: Set<String> = ["Foundation", "FoundationEssentials", "FoundationXML", "Glibc"]
    for room in Room.all
    where room.floor <= Room.highestFloorWithoutFoundation
      && !Room.whereFilesAreTheBusiness.contains(room.name)
    {
      #expect(room.outside.isDisjoint(with: forbidden), "\(room.name)")
    }
  }

  @Test(arguments: [
    ("import Testing", "Testing"), ("public import BatonXML", "BatonXML"),
    ("@testable import baton", "baton"), ("internal import struct BigInt.BigInt", "BigInt"),
    ("  import Glibc  // getpid", "Glibc"),
  ])
  func `an import is recognised in every form`(line: String, module: String) {
    #expect(
      CheckoutFile(path: "", text: "\(line)\nlet imported = 1\n// import Nothing\n").imports == [module])
  }

  private func isAllowed(_ name: String, in room: Room) -> Bool {
    if room.outside.contains(name) { return true }
    guard let other = Self.rooms[name] else { return false }
    return other.floor < room.floor && !name.hasPrefix("C")
  }
}
