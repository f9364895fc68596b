// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the main build stays small.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Baton", path: "..")],
  targets: [
    .executableTarget(
      name: "baton-bench",
      dependencies: [
        .product(name: "BatonDiagnostics", package: "Baton"),
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
  ]
)
