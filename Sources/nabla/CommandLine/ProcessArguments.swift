import Wording

/// What the program was started with.
enum ProcessArguments {
  /// The arguments after the program's name. Bytes that are no UTF-8 are kept by
  /// ``EscapedBytes``.
  static let all: [String] = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { start in
      var end = start
      while end.pointee != 0 { end += 1 }
      let bytes = UnsafeRawBufferPointer(start: start, count: end - start)
      return EscapedBytes.text(of: Array(bytes))
    }
  }
}
