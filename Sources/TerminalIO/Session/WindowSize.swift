import CNcurses
import TerminalCells

extension Size {
  /// The size of the terminal behind `descriptor`, or what its terminfo entry says where the
  /// terminal does not know, bounded so that a nonsensical one costs no memory.
  @MainActor
  static func window(_ descriptor: Int32) -> Size {
    var width: Int32 = 0
    var height: Int32 = 0
    if !shim_window_size(descriptor, &width, &height) {
      return bounded(width: Terminfo.number("cols"), height: Terminfo.number("lines"))
    }
    return bounded(width: Int(width), height: Int(height))
  }

  static func bounded(width: Int, height: Int) -> Size {
    Size(
      width: width < 1 ? 80 : min(width, 1024),
      height: height < 1 ? 24 : min(height, 512))
  }
}
