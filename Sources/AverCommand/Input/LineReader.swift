import AverArchives
import Glibc

/// Reads lines from an input; a line that is too long is passed over, not kept.
struct LineReader: ~Copyable {
  enum Line {
    case line([UInt8], number: Int)
    case tooLong(byteCount: Int, number: Int)
    /// Reading failed after the line before; it may go on behind what is damaged.
    case failed(InputProblem, number: Int)
  }

  private static let chunk = 256 * 1024
  /// So many times the longest line are passed over in compressed data, which may be anything when
  /// they are unpacked; then the input counts as ended.
  private static let longestSkip = 16

  private let input: any ByteInput
  private let longestLine: Int
  private let isCompressed: Bool
  private let separator: UInt8
  private var buffer: [UInt8]
  private var position = 0
  /// Up to here the buffer is known to hold no line end after `position`.
  private var searched = 0
  /// Bytes of the present line that were passed over.
  private var passed = 0
  private var number = 0
  private var isAtEnd = false
  /// What is to be said once the line before it has been handed over.
  private var waiting: InputProblem?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - input: What to read but for `start`.
  ///   - start: The first bytes, which were read already.
  ///   - longestLine: Lines with more bytes are passed over.
  ///   - isCompressed: Whether the input is unpacked as it is read.
  ///   - separator: What ends a line.
  init(
    _ input: any ByteInput,
    start: [UInt8] = [],
    longestLine: Int,
    isCompressed: Bool = false,
    separator: UInt8 = 0x0A
  ) {
    self.input = input
    self.longestLine = longestLine
    self.isCompressed = isCompressed
    self.separator = separator
    buffer = start
  }

  /// Creates a reader of a file.
  init(_ file: consuming FileDescriptor, longestLine: Int) {
    self.init(FileInput(file), longestLine: longestLine)
  }

  /// The first bytes that are to come, without taking them: as many as `isEnough` wants, and at
  /// most `count`; fewer only at the end or before something damaged.
  mutating func peek(_ count: Int, isEnough: (ArraySlice<UInt8>) -> Bool) -> ArraySlice<UInt8> {
    while buffer.count - position < count, !isEnough(buffer[position...]), fill() {}
    return buffer[position...].prefix(count)
  }

  /// Whether the next line may have to be waited for; reads what is there.
  mutating func mayBlock() -> Bool {
    while !isAtEnd, waiting == nil, lineEnd() == nil {
      guard input.isReady else { return true }
      passOver()
      _ = fill()
    }
    return false
  }

  /// The file or pipe behind the input.
  var descriptor: Int32 { input.descriptor }

  /// All bytes that are to come; nil if they are more than `limit`.
  mutating func readToEnd(limit: Int) throws(InputProblem) -> [UInt8]? {
    while buffer.count - position <= limit {
      guard fill() else {
        if let waiting { throw waiting }
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
  private mutating func lineEnd() -> Int? {
    let start = max(position, searched)
    let separator = Int32(separator)
    let end: Int? = unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      let found = unsafe memchr(base + start, separator, bytes.count - start)
      return unsafe found.map { unsafe base.distance(to: $0) }
    }
    searched = end ?? buffer.count
    return end
  }

  private mutating func nextWithBlank() -> Line? {
    while true {
      if let end = lineEnd() {
        let line = take(upTo: end)
        position = end + 1
        return line
      }
      passOver()
      if fill() { continue }
      if let waiting {
        // Half a line before the damage would be no record.
        self.waiting = nil
        position = buffer.count
        passed = 0
        return .failed(waiting, number: number + 1)
      }
      guard passed > 0 || position < buffer.count else { return nil }
      defer { position = buffer.count }
      return take(upTo: buffer.count)
    }
  }

  /// Forgets what is there of a line that is too long already.
  private mutating func passOver() {
    guard buffer.count - position > longestLine || passed > 0 else { return }
    passed += buffer.count - position
    buffer.removeAll(keepingCapacity: true)
    position = 0
    searched = 0
    if isCompressed, passed / LineReader.longestSkip > longestLine { isAtEnd = true }
  }

  private mutating func take(upTo end: Int) -> Line {
    number += 1
    let byteCount = passed + end - position
    let isWhole = passed == 0
    passed = 0
    guard isWhole, byteCount <= longestLine else {
      return .tooLong(byteCount: byteCount, number: number)
    }
    var line = buffer[position..<end]
    guard separator == 0x0A else { return .line(Array(line), number: number) }
    if line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    return .line(Array(line), number: number)
  }

  /// Reads some more; false at the end, and where something is damaged.
  private mutating func fill() -> Bool {
    guard !isAtEnd, waiting == nil else { return false }
    if position > LineReader.chunk || position == buffer.count {
      buffer.removeFirst(position)
      searched = max(0, searched - position)
      position = 0
    }
    do throws(InputProblem) {
      isAtEnd = try input.read(into: &buffer, limit: LineReader.chunk) == 0
    } catch {
      waiting = error
      isAtEnd = error.isFinal
      return false
    }
    return !isAtEnd
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
