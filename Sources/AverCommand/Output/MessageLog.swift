import AverReports

/// Lines for people on standard error; many of a kind are counted, not printed.
struct MessageLog {
  private static let mostLines = 20

  private var lineCount = 0

  /// Writes a line, unless there were too many before.
  mutating func note(_ message: String) {
    lineCount += 1
    if lineCount <= MessageLog.mostLines { MessageLog.write(message) }
  }

  /// Says how many lines were left out.
  func finish() {
    let hidden = lineCount - MessageLog.mostLines
    if hidden > 0 { MessageLog.write("… and \(hidden) more messages like these") }
  }

  /// Writes lines, each made safe for a terminal; what fails here can be told to nobody.
  static func write(_ message: String, prefix: String = "aver: ") {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = prefix + lines.map { VisibleText.escaped(String($0)) }.joined(separator: "\n")
    try? FileDescriptor(borrowing: 2).write(Array((text + "\n").utf8))
  }
}
