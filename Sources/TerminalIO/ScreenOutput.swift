import CNcurses
import Glibc

/// Where curses writes: a descriptor of its own for the terminal, diverted into memory while a frame
/// is drawn.
///
/// Curses flushes after each movement of the cursor, dozens of times a frame. Its bytes are gathered
/// and sent at once, which is cheaper and leaves no half-drawn frame on a slow line. Standard output
/// itself is never diverted, so that signal handlers can write to it at any time.
final class ScreenOutput {
  /// What `newterm` is given.
  let file: UnsafeMutablePointer<FILE>
  private let descriptor: Int32
  private let terminal: Int32
  private let memory: Int32

  /// Nil if the system has no descriptor left.
  init?() {
    terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0, descriptor >= 0, let file = fdopen(descriptor, "w") else {
      Glibc.close(terminal)
      Glibc.close(descriptor)
      return nil
    }
    self.file = file
    memory = shim_memory_file("frame")
  }

  /// Runs `draw` and sends all that curses writes meanwhile in one piece.
  func gather(_ draw: () -> Void) {
    guard memory >= 0, dup2(memory, descriptor) >= 0 else { return draw() }
    draw()
    dup2(terminal, descriptor)
    send()
  }

  private func send() {
    let count = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
      let read = pread(memory, buffer.baseAddress, count, 0)
      guard read > 0 else { return }
      DescriptorWriter.write(
        UnsafeRawBufferPointer(rebasing: buffer[..<read]), to: STDOUT_FILENO)
    }
  }

  func close() {
    fclose(file)
    Glibc.close(terminal)
    if memory >= 0 { Glibc.close(memory) }
  }
}
