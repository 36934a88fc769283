import Glibc

/// Where results go: standard output, or a file that appears only when it is whole.
struct ResultWriter: ~Copyable {
  private let file: FileDescriptor
  private let path: RawPath?
  /// Where the file is made; nil for standard output.
  let temporaryPath: RawPath?
  private var isFinished = false

  /// Opens the output before any input is read.
  ///
  /// - Parameter path: The file's path; nil or `-` for standard output.
  /// - Throws: `CommandFailure` if the file cannot be made.
  init(path: String?) throws(CommandFailure) {
    guard let path, path != "-" else {
      file = FileDescriptor(borrowing: 1)
      self.path = nil
      temporaryPath = nil
      return
    }
    let target = RawPath(path)
    // The file is made beside its target, so that the last step is a rename on one disk.
    let temporary = RawPath("\(path).\(getpid()).tmp")
    if let status = try? FileStatus(of: target, followingLinks: true), status.kind != .file {
      throw CommandFailure("\(path): the output is there already and is no regular file")
    }
    do throws(SystemError) {
      file = try FileDescriptor(opening: temporary, FileDescriptor.newFile)
    } catch {
      throw CommandFailure("\(path): the output cannot be written: \(error.message)")
    }
    self.path = target
    temporaryPath = temporary
  }

  deinit {
    if let temporaryPath, !isFinished { _ = unsafe temporaryPath.withCString { unsafe unlink($0) } }
  }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard !bytes.isEmpty else { return }
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      throw CommandFailure("\(name): the output cannot be written: \(error.message)")
    }
  }

  /// Writes a line for people.
  func writeLine(_ line: String) throws(CommandFailure) { try write(Array((line + "\n").utf8)) }

  /// Puts the file in its place.
  mutating func finish() throws(CommandFailure) {
    guard let path, let temporaryPath else { return }
    let answer = unsafe temporaryPath.withCString { from in
      unsafe path.withCString { unsafe rename(from, $0) }
    }
    guard answer == 0 else {
      throw CommandFailure("\(name): the output cannot be written: \(SystemError.last.message)")
    }
    isFinished = true
  }

  private var name: String { path?.string ?? "standard output" }
}
