// swift-tools-version: 6.2
import PackageDescription

/// CI sets `NABLA_STRICT`; those who merely depend on the library are not held to it.
let settings: [SwiftSetting] =
  Context.environment["NABLA_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "nabla",
  products: [
    .library(name: "NeuralFunctions", targets: ["NeuralFunctions"]),
    .executable(name: "nabla", targets: ["nabla"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "HardwareSupport"),
    .systemLibrary(name: "NumberFormatting"),
    .target(
      name: "NeuralFunctions",
      dependencies: ["HardwareSupport", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["NeuralFunctions", .product(name: "Benchmark", package: "swift-benchmark")],
      swiftSettings: settings),
    .target(name: "ProcessStart"),
    .target(name: "TerminalCells", swiftSettings: settings),
    .target(name: "Plotting", dependencies: ["TerminalCells"], swiftSettings: settings),
    .target(
      name: "Explorer",
      dependencies: ["NeuralFunctions", "NumberFormatting", "Plotting", "TerminalCells"],
      swiftSettings: settings),
    .target(
      name: "TerminalIO", dependencies: ["CNcurses", "TerminalCells", "Explorer"],
      swiftSettings: settings),
    .executableTarget(
      name: "nabla",
      dependencies: [
        "NeuralFunctions", "Explorer", "TerminalIO", "ProcessStart",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "NeuralFunctionsTests", dependencies: ["NeuralFunctions"],
      resources: [.copy("Reference")], swiftSettings: settings),
    .testTarget(
      name: "TerminalCellsTests", dependencies: ["TerminalCells"], swiftSettings: settings),
    .target(
      name: "Pictures", dependencies: ["TerminalCells"], path: "Tests/Pictures",
      swiftSettings: settings),
    .testTarget(
      name: "PlottingTests", dependencies: ["Plotting", "Pictures"], exclude: ["Pictures"],
      swiftSettings: settings),
    .testTarget(name: "TerminalIOTests", dependencies: ["TerminalIO"], swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer", "Pictures"], exclude: ["Pictures"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
