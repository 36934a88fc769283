import Aver
import Glibc

/// A worker's end of the line to the program that started it: standard input and output.
final class WorkerChannel {
  private var buffer: [UInt8] = []
  private var position = 0
  private let input = FileDescriptor(borrowing: 0)
  private let output = FileDescriptor(borrowing: 1)

  /// The contents of the next frame; nil if the other end has gone.
  func receive() -> [UInt8]? {
    while true {
      if let length = FrameReader.length(in: buffer, at: position),
        buffer.count - position - 8 >= length
      {
        let start = position + 8
        defer { position = start + length }
        return Array(buffer[start..<(start + length)])
      }
      if position > 0 {
        buffer.removeFirst(position)
        position = 0
      }
      guard let count = try? input.read(into: &buffer, limit: 1 << 18), count > 0 else {
        return nil
      }
    }
  }

  func send(_ frame: [UInt8]) throws(SystemError) { try output.write(frame) }

  /// Answers documents until there are no more, or nobody to answer.
  ///
  /// The first frame is empty: it says that the worker is ready. Another empty one says that it begins
  /// a document, so that one which it has not begun is not blamed for its end.
  func serve<Worker: ~Copyable>(
    _ processor: DocumentProcessor<Worker>,
    worker: consuming Worker
  ) throws(SystemError) {
    try send(FrameWriter().finished())
    var worker = worker
    while let contents = receive() {
      let task = WorkerTask(contents)
      try send(FrameWriter().finished())
      // Should the program that waits for us be gone, nobody else would end a document without end.
      alarm(UInt32(clamping: task.seconds + 10))
      let answer = processor.outcome(of: task, &worker).frame()
      alarm(0)
      try send(answer)
    }
  }
}
