// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// CI sets `NABLA_STRICT`; those who merely depend on the library are not held to it.
let settings: [SwiftSetting] =
  Context.environment["NABLA_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// A release of the program for Linux has Swift's runtime inside: it starts much sooner and runs where
/// Swift is not installed. So are the C library and ncurses where their archives are at hand (Debian's
/// libncurses-dev brings them). `NABLA_LINKING=dynamic` or `=runtime` asks for shared libraries.
let linking: [LinkerSetting] = {
  let folders = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib",
  ]
  let hasArchives = folders.contains { folder in
    ["libc.a", "libm.a", "libncursesw.a", "libtinfo.a"].allSatisfy {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
  }
  // What Foundation, which the parser of the command line uses, is made of.
  let foundation = ["-l_FoundationCShims", "-l_FoundationCollections"]
  let flags: [String]
  switch Context.environment["NABLA_LINKING"] {
  case "dynamic": return []
  case "runtime": flags = ["-static-stdlib"]
  default:
    flags = hasArchives ? ["-static-executable", "-lncursesw", "-ltinfo"] : ["-static-stdlib"]
  }
  return [
    .unsafeFlags(
      flags + foundation + ["-use-ld=lld"], .when(platforms: [.linux], configuration: .release))
  ]
}()

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
    .target(
      name: "Wording", dependencies: ["NumberFormatting"], swiftSettings: settings),
    .target(
      name: "Plotting", dependencies: ["TerminalCells", "Wording"],
      swiftSettings: settings),
    .target(
      name: "Widgets", dependencies: ["Plotting", "TerminalCells", "Wording"],
      swiftSettings: settings),
    .target(
      name: "Explorer",
      dependencies: [
        "NeuralFunctions", "Plotting", "TerminalCells", "Widgets", "Wording",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: settings),
    .target(
      name: "TerminalIO", dependencies: ["CNcurses", "TerminalCells"],
      swiftSettings: settings),
    .executableTarget(
      name: "nabla",
      dependencies: [
        "NeuralFunctions", "TerminalCells", "Wording", "Widgets", "Explorer", "TerminalIO",
        "ProcessStart",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings, linkerSettings: linking),
    .testTarget(
      name: "NeuralFunctionsTests",
      dependencies: [
        "NeuralFunctions", "TestSupport", .product(name: "RealModule", package: "swift-numerics"),
      ],
      resources: [.copy("Reference")],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalCellsTests", dependencies: ["TerminalCells"], swiftSettings: settings),
    .testTarget(
      name: "WordingTests", dependencies: ["TestSupport", "Wording"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["TerminalCells"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "PlottingTests", dependencies: ["TestSupport", "Plotting", "TerminalCells", "Wording"],
      exclude: ["Pictures"], swiftSettings: settings),
    .testTarget(
      name: "TerminalIOTests",
      dependencies: ["Explorer", "TerminalCells", "TerminalIO", "TestSupport", "Widgets"],
      swiftSettings: settings),
    .testTarget(
      name: "WidgetsTests",
      dependencies: ["TestSupport", "Plotting", "TerminalCells", "Widgets", "Wording"],
      exclude: ["Pictures"], swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Explorer", "NeuralFunctions", "TestSupport", "Plotting", "TerminalCells",
        "Widgets", "Wording", .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["Pictures"], swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "TerminalCells", "TestSupport", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
