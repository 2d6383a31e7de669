import Widgets

/// Keeps the script of a session, so that the next can go on where it ended.
struct SessionKeeper {
  private let place: SavedSession.Place
  /// What is kept, or need not be: a session that changes nothing takes nothing away. Its script is
  /// made when it is first compared.
  private var first: Workbench?
  private var known = ""
  /// What is to be said after the session.
  private(set) var remark: String?

  init(_ place: SavedSession.Place, from bench: Workbench) { (self.place, first) = (place, bench) }

  mutating func keep(_ bench: Workbench) {
    if case .nowhere = place { return }
    if let first { known = first.scriptFile }
    first = nil
    let script = bench.scriptFile
    guard script != known else { return }
    known = script
    switch place {
    case .file(let saved):
      remark = saved.write(script).map {
        "this session was not saved: \(saved.path) could not be written: \($0)."
      }
    case .unknown: remark = "\(SavedSession.noPlace), so this session was not saved."
    case .nowhere: break
    }
  }
}
