/// Why a command could do nothing useful: misuse, rules that cannot be used, output that fails.
struct CommandFailure: Error {
  /// What, and the way out; may have several lines.
  let message: String
  /// Whether the message is a page of help, which needs no prefix.
  let isHelp: Bool

  init(_ message: String) {
    self.message = message
    isHelp = false
  }

  /// A command without anything to do: the answer is how to use it.
  init(help: String) {
    message = help
    isHelp = true
  }
}

/// How a run ended.
enum ExitStatus: Int32 {
  /// Everything was done.
  case done = 0
  /// The rest was done, but some document failed or something was found.
  case someFailed = 1
  /// Misuse, or nothing useful could be done.
  case misuse = 2
  /// A person stopped it (SIGINT).
  case interrupted = 130
  /// A service stopped it (SIGTERM).
  case terminated = 143
}
