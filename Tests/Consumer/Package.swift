// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What the program and the articles, as `.ci/articles` extracts them, may import.
let library: [Target.Dependency] = [
  .product(name: "NeuralFunctions", package: "nabla"),
  .product(name: "RealModule", package: "swift-numerics"),
]
let folder = Context.packageDirectory + "/Sources/Articles"
let articles = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []

// A program of somebody else's: it depends on the package by path and sees what is public.
let package = Package(
  name: "Consumer",
  dependencies: [
    .package(name: "nabla", path: "../.."),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [.executableTarget(name: "Consumer", dependencies: library)]
    + articles.sorted().map { article in
      .executableTarget(name: article, dependencies: library, path: "Sources/Articles/\(article)")
    },
  swiftLanguageModes: [.v6]
)
