// swift-tools-version: 6.3
import PackageDescription

// A package of its own: everything in it is built with the instrumentation of libFuzzer (Fuzzing/run).
let package = Package(
  name: "Fuzzing",
  products: [.library(name: "BatonFuzzing", type: .static, targets: ["BatonFuzzing"])],
  dependencies: [.package(name: "Baton", path: "..")],
  targets: [
    .target(
      name: "BatonFuzzing",
      dependencies: [
        .product(name: "BatonDiagnostics", package: "Baton"),
        .product(name: "BatonDocument", package: "Baton"),
        .product(name: "BatonTemplate", package: "Baton"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
