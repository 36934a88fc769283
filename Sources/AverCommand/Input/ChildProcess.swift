import FoundationEssentials
import Glibc

/// Another program, run to its end.
enum ChildProcess {
  /// Runs a program and takes what it writes to its standard output.
  ///
  /// Its standard input is empty; its messages go where ours go.
  ///
  /// - Parameter arguments: The program, which is looked for on the path, and its arguments.
  /// - Returns: Its exit status (128 and the number of a signal that ended it) and its output.
  /// - Throws: `SystemError` if it cannot be started.
  static func run(_ arguments: [String]) throws(SystemError) -> (status: Int32, output: [UInt8]) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let reading = FileDescriptor(owning: ends[0])
    var child: pid_t = 0
    let answer: Int32
    do {
      let writing = FileDescriptor(owning: ends[1])
      answer = spawn(arguments, output: writing.number, &child)
    }
    guard answer == 0 else { throw SystemError(code: answer) }
    var output: [UInt8] = []
    var failure: SystemError?
    do throws(SystemError) {
      while try reading.read(into: &output, limit: 1 << 16) > 0 {}
    } catch {
      failure = error
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output)
  }

  private static func spawn(
    _ arguments: [String],
    output: Int32,
    _ child: inout pid_t
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    let environment = ProcessInfo.processInfo.environment.sorted { $0.key < $1.key }
    var words = unsafe terminated(arguments)
    var settings = unsafe terminated(environment.map { "\($0.key)=\($0.value)" })
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe settings.indices { unsafe free(settings[index]) }
    }
    return unsafe posix_spawnp(&child, arguments[0], &actions, nil, &words, &settings)
  }

  /// Strings as C takes a list of them; the caller frees each.
  private static func terminated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }
}
