// swift-tools-version: 6.3
import PackageDescription

/// What every target of ours is compiled with.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets that touch C say `unsafe` where it is.
let strict = common + [.strictMemorySafety()]

let package = Package(
  name: "Baton",
  products: [
    .executable(name: "baton", targets: ["baton"]),
    .executable(name: "baton-sample", targets: ["baton-sample"]),
    .library(name: "BatonArchive", targets: ["BatonArchive"]),
    .library(name: "BatonDiagnostics", targets: ["BatonDiagnostics"]),
    .library(
      name: "BatonDocument", targets: ["BatonDocument", "BatonTemplate", "BatonOffice", "BatonDiagnostics"]),
    .library(name: "BatonTemplate", targets: ["BatonTemplate"]),
    .library(name: "BatonYear", targets: ["BatonReports", "BatonAssessment", "SampleCounty"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CLibXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CLibQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "CEmbedded"),
    .target(name: "CLinux"),
    .target(name: "CMath", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "BatonDiagnostics", swiftSettings: common),
    .target(name: "BatonFiles", dependencies: ["CLinux"], swiftSettings: strict),

    // Floor 1
    .target(name: "BatonXML", dependencies: ["BatonDiagnostics", "CLibXML2"], swiftSettings: strict),
    .target(
      name: "BatonAssessment", dependencies: ["BatonDiagnostics", "BigInt"], swiftSettings: common),

    // Floor 2
    .target(
      name: "BatonTemplate", dependencies: ["BatonDiagnostics", "BatonXML", "BigInt", "CMath"],
      swiftSettings: common),
    .target(
      name: "BatonOffice",
      dependencies: ["BatonDiagnostics", "BatonXML", "CLibDeflate", "CLibXlsxWriter", "CLibZip", "CMath"],
      swiftSettings: strict),

    .target(
      name: "BatonArchive",
      dependencies: [
        "BatonDiagnostics", "BatonFiles", "CLibCrypto", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),

    // Floor 3
    .target(
      name: "BatonDocument",
      dependencies: ["BatonDiagnostics", "BatonOffice", "BatonTemplate", "BatonXML", "Yams"],
      swiftSettings: common),

    // Floor 4
    .target(
      name: "BatonReports",
      dependencies: [
        "BatonArchive", "BatonAssessment", "BatonDiagnostics", "BatonDocument", "BatonFiles", "BatonOffice",
        "BatonTemplate", "BatonXML", "CEmbedded", "CLibQPDF", "CLibQREncode",
      ],
      swiftSettings: strict),

    // The fictional county: a generator of its own, below no floor and above none.
    .target(name: "SampleCounty", swiftSettings: common),
    .executableTarget(
      name: "baton-sample",
      dependencies: ["SampleCounty", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: common),

    // For acceptance: what our reader of workbooks says, to be compared with others'.
    .executableTarget(
      name: "baton-cells",
      dependencies: [
        "BatonDiagnostics", "BatonOffice", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: common),

    // Floor 6
    .executableTarget(
      name: "baton",
      dependencies: [
        "BatonArchive", "BatonAssessment", "BatonDiagnostics", "BatonDocument", "BatonFiles", "BatonOffice",
        "BatonReports", "BatonTemplate", "SampleCounty",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: common),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: common),
    .testTarget(
      name: "BatonDiagnosticsTests", dependencies: ["BatonDiagnostics"], swiftSettings: common),
    .testTarget(
      name: "BatonXMLTests", dependencies: ["BatonXML", "BatonDiagnostics", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "BatonTemplateTests",
      dependencies: ["BatonTemplate", "BatonXML", "BatonDiagnostics", "BigInt", "TestSupport"],
      exclude: ["Resources", "Golden"],
      swiftSettings: common),
    .testTarget(
      name: "BatonOfficeTests", dependencies: ["BatonOffice", "BatonXML", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "BatonAssessmentTests", dependencies: ["BatonAssessment", "BigInt", "TestSupport"],
      swiftSettings: common),
    // Puts the store to the test, by itself (scripts/endure) and as part of the tests.
    .executableTarget(
      name: "baton-endure",
      dependencies: [
        "BatonArchive", "BatonDiagnostics", "BatonFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Endurance", swiftSettings: common),
    .testTarget(
      name: "BatonArchiveTests",
      dependencies: ["BatonArchive", "BatonDiagnostics", "BatonFiles", "TestSupport", "baton-endure"],
      swiftSettings: common),
    .testTarget(
      name: "BatonDocumentTests",
      dependencies: [
        "BatonDocument", "BatonDiagnostics", "BatonOffice", "BatonTemplate", "BatonXML", "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: common),
    .testTarget(
      name: "BatonReportsTests",
      dependencies: [
        "BatonReports", "BatonArchive", "BatonAssessment", "BatonDiagnostics", "BatonDocument", "BatonOffice",
        "BatonTemplate", "SampleCounty", "TestSupport",
      ],
      swiftSettings: common),
    .testTarget(name: "SampleCountyTests", dependencies: ["SampleCounty"], swiftSettings: common),
    .testTarget(
      name: "CommandTests",
      dependencies: ["baton", "BatonArchive", "BatonReports", "SampleCounty", "TestSupport"],
      swiftSettings: common),
  ],
  cLanguageStandard: .gnu2x
)
