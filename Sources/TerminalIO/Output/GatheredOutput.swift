import CNcurses
import Glibc

/// Where curses writes: a file in memory, whose bytes then go to the terminal in one piece.
///
/// No half-drawn frame is seen on a slow line, and a terminal that stops reading holds the program up
/// where it knows of it, and not inside of curses.
struct GatheredOutput {
  /// What `newterm` is given.
  let file: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  /// Nil if the system has no descriptor left.
  init?() {
    descriptor = shim_memory_file("screen")
    guard descriptor >= 0 else { return nil }
    guard let file = fdopen(descriptor, "w") else {
      Glibc.close(descriptor)
      return nil
    }
    self.file = file
  }

  /// Gives `send` all that has been written since the last time, if there is anything.
  func take(_ send: (UnsafeRawBufferPointer) -> Void) {
    // Curses writes to the descriptor itself, past the buffer of the file.
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return }
    lseek(descriptor, 0, SEEK_SET)
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
      let read = pread(descriptor, buffer.baseAddress, count, 0)
      if read > 0 { send(UnsafeRawBufferPointer(rebasing: buffer[..<read])) }
    }
  }

  func close() { fclose(file) }
}
