// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the main build stays small.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "Baton", path: ".."),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
  ],
  targets: [
    .target(name: "CAllocations"),
    .executableTarget(
      name: "baton-bench",
      dependencies: [
        "CAllocations",
        .product(name: "BatonDiagnostics", package: "Baton"),
        .product(name: "BatonDocument", package: "Baton"),
        .product(name: "BatonTemplate", package: "Baton"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "baton-conformance",
      dependencies: [
        .product(name: "BatonDiagnostics", package: "Baton"),
        .product(name: "BatonTemplate", package: "Baton"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "baton-peers",
      dependencies: [
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Stencil", package: "Stencil"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "baton-province", dependencies: [.product(name: "BatonYear", package: "Baton")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "baton-search",
      dependencies: [
        .product(name: "BatonArchive", package: "Baton"), .product(name: "BatonYear", package: "Baton"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
