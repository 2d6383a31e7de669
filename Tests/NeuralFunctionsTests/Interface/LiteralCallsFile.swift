import Foundation

/// The file LiteralCallsOfTypes.swift, in which every type of the library is called, as it ought to
/// be.
enum LiteralCallsFile {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "LiteralCallsOfTypes.swift")

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/NeuralFunctions")

  /// A type that conforms to one of the library's protocols.
  struct FunctionType {
    var name: String
    var hasParameters: Bool
    var hasInitialiser: Bool
  }

  /// The types in a folder of the sources that conform to `conformance`, in the order of their names.
  static func types(_ conformance: String, in folder: String) throws -> [FunctionType] {
    let folder = sources.appending(path: folder)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
    let types = try files.flatMap { file in
      let parts = try String(contentsOf: file, encoding: .utf8)
        .components(separatedBy: "\npublic struct ").dropFirst()
      return parts.compactMap { part -> FunctionType? in
        guard let colon = part.firstIndex(of: ":"),
          part[colon...].hasPrefix(": \(conformance), DescribedByType {")
        else { return nil }
        return FunctionType(
          name: String(part[..<colon]),
          hasParameters: part.contains("static let parameters"),
          hasInitialiser: part.contains(/public init\([a-z]/))
      }
    }
    return types.sorted { $0.name < $1.name }
  }

  static func text() throws -> String {
    let activations = try types("ScalarFunction", in: "Activations").map(\.name)
    let losses = try types("LossFunction", in: "Losses").map(\.name)
    return """
      // Written by the test "every type is called" with NABLA_RECORD=1.

      import NeuralFunctions

      extension LiteralCalls {
        static let activations: [LiteralCalls] = [
      \(list(activations))
        ]

        static let losses: [LiteralCalls] = [
      \(list(losses))
        ]
      }

      \((activations.map(activation) + losses.map(loss)).joined(separator: "\n"))
      """
  }

  private static func list(_ names: [String]) -> String {
    names.map { "    callsOf\($0)()," }.joined(separator: "\n")
  }

  private static func activation(_ name: String) -> String {
    """
    private func callsOf\(name)() -> LiteralCalls {
      let f = \(name)()
      return LiteralCalls(
        f, atWholeNumber: [f.value(3), f.derivative(3), f.secondDerivative(3)],
        atPoint: [f.value(0.5), f.derivative(0.5)], both: f.valueAndDerivative(3),
        inBulk: [f.values(of: [3, 2]), f.derivatives(of: [3, 2])])
    }

    """
  }

  private static func loss(_ name: String) -> String {
    """
    private func callsOf\(name)() -> LiteralCalls {
      let f = \(name)()
      return LiteralCalls(
        f,
        atWholeNumber: [
          f.value(1, target: 1), f.derivative(1, target: 1), f.secondDerivative(1, target: 1),
        ],
        atPoint: [f.value(0.5, target: 1), f.derivative(0.5, target: 1)],
        both: f.valueAndDerivative(1, target: 1),
        inBulk: [
          (try? f.values(of: [1], targets: [1])) ?? [],
          (try? f.derivatives(of: [1], targets: [1])) ?? [],
        ])
    }

    """
  }
}
