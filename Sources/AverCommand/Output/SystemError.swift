import Glibc

/// What the system answered when a call failed.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The answer to the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// A signal in words.
  static func name(ofSignal number: Int32) -> String {
    let names = [
      SIGILL: "illegal instruction", SIGTRAP: "trap", SIGABRT: "abort", SIGBUS: "bus error",
      SIGFPE: "arithmetic", SIGKILL: "killed", SIGSEGV: "segmentation fault", SIGALRM: "alarm",
    ]
    guard number != 0 else { return "it ended" }
    return "signal \(number)" + (names[number].map { ", \($0)" } ?? "")
  }

  /// The system's words, such as `No such file or directory`.
  var message: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
  }
}
