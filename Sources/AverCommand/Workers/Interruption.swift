import Glibc

/// The number of the signal that has come, which the handler writes; 0 for none.
nonisolated(unsafe) private var receivedSignal: Int32 = 0
/// The end of the pipe that the handler writes to.
nonisolated(unsafe) private var wakingEnd: Int32 = -1

/// The wish of a person (SIGINT) or a service (SIGTERM) that a run should stop.
enum Interruption {
  /// The signal that has come, if one has.
  static var signal: Int32? {
    let signal = unsafe receivedSignal
    return signal == 0 ? nil : signal
  }

  /// Has signals noted from now on, the first of each kind; a second one ends the program at once.
  ///
  /// - Returns: A descriptor that can be read from when a signal has come.
  static func watch() -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return -1 }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    unsafe wakingEnd = ends[1]
    // Who started us may have had them blocked, as the threads of some programs have.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      unsafe sigaction(number, nil, &action)
      // Whoever started us wants us to go on: in the background of a script, say.
      guard unsafe unsafeBitCast(action.__sigaction_handler, to: Int.self) != 1 else { continue }
      unsafe action.__sigaction_handler.sa_handler = { number in
        unsafe receivedSignal = number
        var byte: UInt8 = 0
        _ = unsafe Glibc.write(wakingEnd, &byte, 1)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      unsafe sigaction(number, &action, nil)
    }
    return ends[0]
  }
}
