import FoundationEssentials
import Glibc

/// A child process that works on documents: the same program, at the other end of a socket.
final class WorkerProcess {
  /// A document that the worker has been given.
  struct Assignment {
    let number: Int
    let task: WorkerTask
    let weight: Int
  }

  private let socket: FileDescriptor
  private let identifier: pid_t
  private var outbox: [UInt8]
  private var sent = 0
  private var inbox: [UInt8] = []
  /// What it works on, the document in hand first.
  private(set) var assignments: [Assignment] = []
  private(set) var assignedBytes = 0
  /// Whether it has said that it is ready.
  private(set) var isReady = false
  /// Whether it has begun the document in hand.
  private(set) var hasBegun = false
  /// When the document in hand must be done, in nanoseconds of the steady clock.
  private(set) var deadline: Int?

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - arguments: The command line of the worker.
  ///   - start: What to send it first.
  /// - Throws: `SystemError` if it cannot be started.
  init(arguments: [String], start: [UInt8]) throws(SystemError) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .last }
    let socket = FileDescriptor(owning: ends[0])
    let other = FileDescriptor(owning: ends[1])
    _ = fcntl(socket.number, F_SETFL, O_NONBLOCK)
    identifier = try ChildProcess.spawn(
      "/proc/self/exe",
      arguments,
      environment: ["SWIFT_BACKTRACE": "enable=no"],
      descriptor: other.number
    )
    self.socket = socket
    outbox = start
  }

  var descriptor: Int32 { socket.number }
  var wantsToSend: Bool { sent < outbox.count }

  func assign(_ assignment: Assignment, frame: [UInt8]) {
    assignments.append(assignment)
    assignedBytes += assignment.weight
    if assignments.count == 1 { setDeadline() }
    outbox += frame
  }

  /// Sends what the socket takes; nothing to a worker that is gone, which shows in receiving.
  func flush() {
    while sent < outbox.count {
      let count = unsafe outbox.withUnsafeBytes { bytes in
        unsafe send(
          socket.number,
          bytes.baseAddress?.advanced(by: sent),
          bytes.count - sent,
          Int32(MSG_NOSIGNAL)
        )
      }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return }
        break
      }
      sent += count
    }
    outbox.removeAll(keepingCapacity: outbox.capacity < 1 << 20)
    sent = 0
  }

  /// Takes the answers that are there; nil if the worker is gone.
  func receive() -> [(assignment: Assignment, outcome: DocumentOutcome)]? {
    var isGone = false
    while true {
      do throws(SystemError) {
        let count = try socket.readAvailable(into: &inbox, limit: 1 << 18)
        isGone = count == 0
      } catch {
        isGone = error.code != EAGAIN
      }
      break
    }
    var position = 0
    var answers: [(assignment: Assignment, outcome: DocumentOutcome)] = []
    while let length = FrameReader.length(in: inbox, at: position),
      inbox.count - position - 8 >= length
    {
      if length == 0 {
        hasBegun = isReady
        isReady = true
      } else if !assignments.isEmpty {
        let assignment = assignments.removeFirst()
        assignedBytes -= assignment.weight
        hasBegun = false
        answers.append((assignment, DocumentOutcome(inbox, from: position + 8)))
      }
      setDeadline()
      position += 8 + length
    }
    inbox.removeFirst(position)
    return isGone && answers.isEmpty ? nil : answers
  }

  private func setDeadline() {
    guard isReady, let first = assignments.first else {
      deadline = nil
      return
    }
    deadline = SteadyClock.nanoseconds + first.task.seconds * 1_000_000_000
  }

  /// Ends the worker, if it is not gone already, and says how it ended.
  ///
  /// - Returns: The signal that ended it, or 0; and what it leaves undone.
  func end() -> (signal: Int32, undone: [Assignment]) {
    kill(identifier, SIGKILL)
    return wait()
  }

  /// Waits for a worker that is gone and says how it ended.
  func wait() -> (signal: Int32, undone: [Assignment]) {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return (status & 0x7F, assignments)
  }
}

/// A clock that only goes forward, for deadlines and rates; nothing of it gets into results.
enum SteadyClock {
  static var nanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
