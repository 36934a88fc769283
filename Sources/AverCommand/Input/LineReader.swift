import Glibc

/// Reads lines from a file or pipe; a line that is too long is passed over, not kept.
struct LineReader: ~Copyable {
  enum Line {
    case line([UInt8], number: Int)
    case tooLong(byteCount: Int, number: Int)
    /// Reading failed after the line before.
    case failed(SystemError, number: Int)
  }

  private static let chunk = 256 * 1024

  private let file: FileDescriptor
  private let longestLine: Int
  private var buffer: [UInt8] = []
  private var position = 0
  /// Up to here the buffer is known to hold no line end after `position`.
  private var searched = 0
  private var number = 0
  private var isAtEnd = false

  init(_ file: consuming FileDescriptor, longestLine: Int) {
    self.file = file
    self.longestLine = longestLine
  }

  /// The first bytes that are to come, without taking them; fewer only at the end.
  mutating func peek(_ count: Int) throws(SystemError) -> ArraySlice<UInt8> {
    while buffer.count - position < count, try fill() {}
    return buffer[position...].prefix(count)
  }

  /// Whether the next line may have to be waited for.
  var mayBlock: Bool {
    !isAtEnd && lineEnd == nil && !file.isReady(waiting: 0)
  }

  /// All bytes that are to come; nil if they are more than `limit`.
  mutating func readToEnd(limit: Int) throws(SystemError) -> [UInt8]? {
    while buffer.count - position <= limit {
      guard try fill() else {
        defer { position = buffer.count }
        return Array(buffer[position...])
      }
    }
    return nil
  }

  /// The next line that is not blank, without its end; nil at the end.
  mutating func next() -> Line? {
    while let line = nextWithBlank() {
      if case .line(let bytes, _) = line, bytes.allSatisfy(LineReader.isBlank) { continue }
      return line
    }
    return nil
  }

  /// The next line end in the buffer.
  private var lineEnd: Int? {
    let start = max(position, searched)
    return unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      let found = unsafe memchr(base + start, 0x0A, bytes.count - start)
      return unsafe found.map { unsafe base.distance(to: $0) }
    }
  }

  private mutating func nextWithBlank() -> Line? {
    var passed = 0
    do throws(SystemError) {
      while true {
        if let end = lineEnd {
          let line = take(upTo: end, passed: passed)
          position = end + 1
          return line
        }
        searched = buffer.count
        if buffer.count - position > longestLine {
          passed += buffer.count - position
          buffer.removeAll(keepingCapacity: true)
          position = 0
          searched = 0
        }
        guard try fill() else {
          guard passed > 0 || position < buffer.count else { return nil }
          defer { position = buffer.count }
          return take(upTo: buffer.count, passed: passed)
        }
      }
    } catch {
      isAtEnd = true
      position = buffer.count
      return .failed(error, number: number + 1)
    }
  }

  private mutating func take(upTo end: Int, passed: Int) -> Line {
    number += 1
    let byteCount = passed + end - position
    guard passed == 0, byteCount <= longestLine else {
      return .tooLong(byteCount: byteCount, number: number)
    }
    var line = buffer[position..<end]
    if line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    return .line(Array(line), number: number)
  }

  /// Reads some more; false at the end.
  private mutating func fill() throws(SystemError) -> Bool {
    guard !isAtEnd else { return false }
    if position > LineReader.chunk || position == buffer.count {
      buffer.removeFirst(position)
      searched = max(0, searched - position)
      position = 0
    }
    isAtEnd = try file.read(into: &buffer, limit: LineReader.chunk) == 0
    return !isAtEnd
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
