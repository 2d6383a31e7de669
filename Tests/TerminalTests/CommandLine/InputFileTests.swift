import Glibc
import Subprocess
import TestSupport
import Testing

/// Vectors and numbers from files and pipes that are broken, endless or full of escape sequences:
/// one sentence, status 1, and nothing that steers the terminal.
@Suite struct InputFileTests {
  private struct Outcome {
    var status: Int32
    var errors: String
    var output: String
  }

  /// Runs a line of shell, in which `$NABLA` is the program.
  private func shellLine(_ line: String, environment: [Environment.Key: String] = [:])
    async throws -> Outcome
  {
    try await Gate.shared.pass {
      var all = environment
      all["NABLA"] = try Program.path
      let result = try await Subprocess.run(
        .path("/bin/bash"), arguments: ["-c", line],
        environment: .inherit.updating(all.reduce(into: [:]) { $0[$1.key] = $1.value }),
        output: .string(limit: 1 << 20), error: .string(limit: 65536))
      let status: Int32 =
        if case .exited(let code) = result.terminationStatus { code } else { -1 }
      return Outcome(
        status: status, errors: result.standardError, output: result.standardOutput)
    }
  }

  private func expectRefusal(
    _ outcome: Outcome, _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 1 || outcome.status == 2, "\(line)", sourceLocation: sourceLocation)
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.count == 1 && lines[0].hasPrefix("nabla: ") && lines[0].count < 600,
      "\(line): \(outcome.errors)", sourceLocation: sourceLocation)
    let controls = (outcome.errors + outcome.output).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty, "\(line)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "$NABLA softmax --file /dev/zero", "$NABLA softmax --file /dev/urandom",
    "$NABLA softmax --file /", "$NABLA softmax --file /nowhere/at/all",
    "$NABLA softmax --file /dev/null", "$NABLA softmax - </dev/zero", "$NABLA softmax - <&-",
    "$NABLA jacobian - </dev/zero", "$NABLA jacobian - </", "$NABLA eval relu - </dev/zero",
    "$NABLA softmax --file $'/\\e]0;title\\a\\e[2J'", "$NABLA jacobian $'\\e[31m'",
    "$NABLA probabilities --file /dev/zero", "$NABLA probabilities - </dev/zero",
    "$NABLA jacobian --file /nowhere", "$NABLA plot $'\\e[31m'", "$NABLA plot relu --x $'\\e[1m'",
    "$NABLA plot relu --size $'\\e[1m'", "$NABLA table relu --points $'\\e[1m'",
    "$NABLA probabilities 1 --target-class $'\\e[1m'", "$NABLA table relu --step $'\\e[1m'",
    "$NABLA eval $'\\e[31m' 1", "$NABLA eval relu $'\\x9b2J'", "$NABLA $'\\e[31m'",
    "$NABLA $'--\\e[31m'", "$NABLA eval elu 1 --set $'al\\e[1mpha=2'", "$NABLA --color $'\\e[1m'",
  ])
  func refusedInOneSentence(line: String) async throws {
    expectRefusal(try await shellLine(line), line)
  }

  @Test(arguments: ["softmax", "jacobian", "probabilities", "eval relu"])
  func endlessAndBrokenPipes(command: String) async throws {
    for source in [
      "yes", "yes $'\\e[31m'", "cat /dev/urandom", "yes 1e400", "printf '1,2,\\xff\\xfe'",
      "printf '1\\0002'", "printf '\\e[200~1,2\\e[201~'", "yes | tr -d '\\n'", "true",
    ] {
      let line = "\(source) 2>/dev/null | $NABLA \(command) -"
      let outcome = try await shellLine(line)
      // No number at all is nothing wrong to `eval`, which takes any count of them.
      if command == "eval relu" && source == "true" { continue }
      expectRefusal(outcome, line)
    }
  }

  @Test(arguments: [
    "jacobian - --format csv", "probabilities - --format csv", "eval relu - --format csv",
  ])
  func aByteOrderMarkIsPassedOver(command: String) async throws {
    let marked = try await shellLine("printf '\\xef\\xbb\\xbf1\\n2\\n' | $NABLA \(command)")
    let plain = try await shellLine("printf '1\\n2\\n' | $NABLA \(command)")
    #expect(marked.status == 0 && marked.output == plain.output && !plain.output.isEmpty)
  }

  @Test func endlessInputTakesNoMemory() async throws {
    // 64 MiB of address space beyond what the program and its libraries map would be far more.
    let outcome = try await shellLine(
      "yes 0.5 | head -c 40000000 | $NABLA eval sigmoid - --format csv | tail -n 1; "
        + "echo ${PIPESTATUS[2]}")
    #expect(outcome.output.hasPrefix("0.5,0.6224593312018546,"))
    #expect(outcome.output.hasSuffix("\n0\n"))
  }

  @Test func aLocaleWithoutUTF8GetsNoOtherBytes() async throws {
    for line in [
      "$NABLA eval 'σιγμα' 1", "$NABLA list", "TERM=nonsense $NABLA", "TERM=dumb $NABLA",
      "$NABLA --help", "$NABLA eval --help", "$NABLA eval bce 2", "$NABLA eval relu 'π'",
      "$NABLA softmax --file /é", "$NABLA jacobian '1,ä'", "$NABLA eval bce 0.5 --target 7",
      "$NABLA plot bce", "$NABLA plot elu --set α=2", "$NABLA plot elu --set β=2",
      "$NABLA table elu --from -1", "$NABLA eval relu 0 --format json", "$NABLA list --format csv",
      "$NABLA list --format json", "$NABLA probabilities 1,2 --target-class 0",
      "$NABLA plot --help",
    ] {
      let outcome = try await shellLine(line, environment: ["LC_ALL": "C", "LANG": "C"])
      #expect((outcome.output + outcome.errors).utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }

  @Test func argumentsAtRandomAreTakenOrRefused() async throws {
    let words = [
      "eval", "softmax", "jacobian", "list", "plot", "table", "probabilities", "help", "--x",
      "-1:1", "--size", "20x8", "--points", "3", "--step", "0.5", "--from", "--derivatives",
      "--target-class", "--markers", "blocks", "relu", "bce", "sigmoid", "elu", "-", "--",
      "--set", "alpha=", "alpha=nan", "=1", "--target", "1", "-1", "nan", "-inf", "1e308", "5e-324",
      String(repeating: "9", count: 400), "--format", "csv", "json", "xml", "--file", "/dev/null",
      "--function", "nope", "--color", "16", "--ascii", "--light", "--version", "1,2,3", "", " ",
      "é", "\u{1B}[2J", "--=", "-é", "---", "\u{202E}x", String(repeating: "(", count: 500),
    ]
    for seed: UInt64 in 1...60 {
      var random = TestRandom(seed: seed)
      let count = Int.random(in: 1...6, using: &random)
      let arguments = (0..<count).map { _ in words.randomElement(using: &random)! }
      let result = try await Gate.shared.pass {
        try await Subprocess.run(
          .path(.init(try Program.path)), arguments: Arguments(arguments),
          output: .bytes(limit: 1 << 20), error: .bytes(limit: 65536))
      }
      guard case .exited(let code) = result.terminationStatus else {
        Issue.record("seed \(seed), \(arguments): \(result.terminationStatus)")
        continue
      }
      #expect((0...2).contains(code), "seed \(seed), \(arguments)")
      #expect(!result.standardError.contains(0x1B), "seed \(seed), \(arguments)")
      #expect((code == 0) == result.standardError.isEmpty, "seed \(seed), \(arguments)")
    }
  }
}
