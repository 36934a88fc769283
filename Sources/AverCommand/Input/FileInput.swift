import AverArchives

/// An open file or pipe as an input that is read once, from its start.
final class FileInput: ByteInput {
  private let file: FileDescriptor
  /// What the file was when it was opened; nil for a pipe, which has no such thing.
  private let status: FileStatus?
  private var isAtEnd = false

  init(_ file: consuming FileDescriptor) {
    status = (try? FileStatus(of: file)).flatMap { $0.kind == .file ? $0 : nil }
    self.file = file
  }

  func read(into bytes: inout [UInt8], limit: Int) throws(InputProblem) -> Int {
    guard !isAtEnd else { return 0 }
    let isChanged: Bool
    do throws(SystemError) {
      let count = try file.read(into: &bytes, limit: limit)
      guard count == 0 else { return count }
      isAtEnd = true
      isChanged =
        try status.map { status throws(SystemError) in
          try FileStatus(of: file) != status
        } ?? false
    } catch {
      isAtEnd = true
      throw .unreadable(error)
    }
    guard !isChanged else {
      throw InputProblem(code: "changed", message: FileStatus.changed, isFinal: true)
    }
    return 0
  }

  var descriptor: Int32 { file.number }

  var isReady: Bool { isAtEnd || file.isReady(waiting: 0) }
}

extension InputProblem {
  static func unreadable(_ error: SystemError) -> InputProblem {
    InputProblem(code: "unreadable", message: "reading failed: \(error.message)", isFinal: true)
  }
}
