// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else's: it depends on the package by path and sees what is public.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "nabla", path: "../..")],
  targets: [
    .executableTarget(
      name: "Consumer", dependencies: [.product(name: "NeuralFunctions", package: "nabla")])
  ],
  swiftLanguageModes: [.v6]
)
