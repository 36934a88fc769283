import Glibc

/// A line on a terminal that says how far a run is, how fast it goes and how long it will take.
final class ProgressLine {
  /// Nanoseconds between two states of the line.
  private static let rhythm = 200_000_000
  private static let width = 24

  /// Bytes to read in all; nil if nobody knows.
  private let totalBytes: Int?
  private let start = SteadyClock.nanoseconds
  private var lastShown = 0
  private var isShown = false
  private var documentCount = 0
  private var byteCount = 0

  /// Creates a line, if there is a terminal to show it on.
  ///
  /// - Parameter totalBytes: Tells the bytes to read in all, if somebody knows; asked only then.
  init?(totalBytes: () -> Int?) {
    guard isatty(2) == 1 else { return nil }
    self.totalBytes = totalBytes()
  }

  /// Notes that a document is done.
  func advance(byteCount: Int) {
    documentCount += 1
    self.byteCount += byteCount
    let now = SteadyClock.nanoseconds
    guard now - lastShown >= Self.rhythm else { return }
    lastShown = now
    show(elapsed: Double(now - start) / 1e9)
  }

  /// Takes the line away, so that something else can be said.
  func clear() {
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  private func show(elapsed: Double) {
    var text = "\r\u{1B}[K"
    if let totalBytes, totalBytes > 0, byteCount <= totalBytes {
      let share = Double(byteCount) / Double(totalBytes)
      let filled = Int(share * Double(Self.width))
      text += "[" + String(repeating: "#", count: filled)
      text += String(repeating: "-", count: Self.width - filled) + "] \(Int(share * 100)) %  "
    }
    text += "\(documentCount) documents"
    if elapsed > 0.5 {
      text += "  \(Int(Double(documentCount) / elapsed))/s"
      if let totalBytes, byteCount > 0, byteCount <= totalBytes {
        let left = elapsed * Double(totalBytes - byteCount) / Double(byteCount)
        text += "  \(Self.duration(Int(left))) left"
      }
    }
    isShown = true
    write(text)
  }

  /// Seconds for people: `1 h 5 min`.
  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  private func write(_ text: String) {
    try? FileDescriptor(borrowing: 2).write(Array(text.utf8))
  }
}
