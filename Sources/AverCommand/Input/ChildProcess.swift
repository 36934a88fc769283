import FoundationEssentials
import Glibc

/// Other programs.
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
    let child: pid_t
    do {
      let writing = FileDescriptor(owning: ends[1])
      var actions = unsafe posix_spawn_file_actions_t()
      unsafe posix_spawn_file_actions_init(&actions)
      defer { unsafe posix_spawn_file_actions_destroy(&actions) }
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, writing.number, 1)
      child = try unsafe spawn(arguments[0], arguments, environment: [:], &actions, nil)
    }
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

  /// Starts a program with a descriptor for both its standard input and output.
  ///
  /// The signals by which a person or a service stops us do not reach it: we end it ourselves.
  ///
  /// - Throws: `SystemError` if it cannot be started.
  static func spawn(
    _ program: String,
    _ arguments: [String],
    environment: [String: String],
    descriptor: Int32
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return try unsafe spawn(program, arguments, environment: environment, &actions, &attributes)
  }

  private static func spawn(
    _ program: String,
    _ arguments: [String],
    environment: [String: String],
    _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>,
    _ attributes: UnsafeMutablePointer<posix_spawnattr_t>?
  ) throws(SystemError) -> pid_t {
    let settings = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var words = unsafe terminated(arguments)
    var lines = unsafe terminated(
      settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    )
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe lines.indices { unsafe free(lines[index]) }
    }
    var child: pid_t = 0
    let answer = unsafe posix_spawnp(&child, program, actions, attributes, &words, &lines)
    guard answer == 0 else { throw SystemError(code: answer) }
    return child
  }

  /// Strings as C takes a list of them; the caller frees each.
  private static func terminated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }
}
