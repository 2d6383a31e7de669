import CNcurses
import Glibc

/// Keeps standard error off the screen while a session has it: what is written there goes to memory
/// and is shown afterwards on the normal screen, the last words before a trap too.
///
/// Where standard error is not a terminal it disturbs nobody and is left alone.
struct StandardErrorDiversion {
  /// The terminal that standard error was, and what stands in for it; negative: not diverted.
  let original: Int32
  let memory: Int32

  static let none = StandardErrorDiversion(original: -1, memory: -1)

  static func begin() -> StandardErrorDiversion {
    guard isatty(STDERR_FILENO) == 1 else { return none }
    let memory = shim_memory_file("standard error")
    guard memory >= 0 else { return none }
    let original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    // Appending, as what has been shown is cut off at the front of the file.
    guard original >= 0, fcntl(memory, F_SETFL, O_APPEND) == 0, dup2(memory, STDERR_FILENO) >= 0
    else {
      close(memory)
      if original >= 0 { close(original) }
      return none
    }
    return StandardErrorDiversion(original: original, memory: memory)
  }

  /// Shows what has gathered so far. Safe in a signal handler.
  func replay() {
    guard memory >= 0 else { return }
    let end = lseek(memory, 0, SEEK_END)
    // A flood is told by its end.
    var offset = max(0, end - 65536)
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while offset < end {
        let count = pread(memory, buffer.baseAddress, buffer.count, offset)
        guard count > 0 else { return }
        DescriptorWriter.write(
          UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: original)
        offset += count
      }
    }
    _ = ftruncate(memory, 0)
  }

  func end() {
    guard memory >= 0 else { return }
    replay()
    dup2(original, STDERR_FILENO)
    close(original)
    close(memory)
  }
}
