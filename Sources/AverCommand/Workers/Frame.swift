/// Values as bytes, for the pipe between the program and its workers, which are the same program.
struct FrameWriter {
  private(set) var bytes: [UInt8]

  /// Begins a frame, whose length is put in its first eight bytes at the end.
  init() { bytes = [UInt8](repeating: 0, count: 8) }

  /// The frame, ready to be sent.
  consuming func finished() -> [UInt8] {
    var frame = bytes
    var length = frame.count - 8
    for index in 0..<8 {
      frame[index] = UInt8(truncatingIfNeeded: length)
      length >>= 8
    }
    return frame
  }

  mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes += value
  }

  mutating func write(_ value: String) { write(Array(value.utf8)) }

  mutating func write(_ value: String?) {
    write(value != nil)
    if let value { write(value) }
  }
}

/// Reads what a `FrameWriter` wrote, in the same order.
struct FrameReader {
  private let bytes: [UInt8]
  private var position: Int

  /// - Parameters:
  ///   - bytes: Bytes that hold a whole frame.
  ///   - position: Where its contents begin, behind its length.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The length of the contents of the frame that begins at a position; nil if that is not there yet.
  static func length(in bytes: [UInt8], at position: Int) -> Int? {
    guard bytes.count - position >= 8 else { return nil }
    var reader = FrameReader(bytes, from: position)
    return reader.integer()
  }

  mutating func integer() -> Int {
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += 8
    return Int(Int64(bitPattern: value))
  }

  mutating func boolean() -> Bool {
    defer { position += 1 }
    return bytes[position] != 0
  }

  mutating func data() -> [UInt8] {
    let count = integer()
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  mutating func text() -> String { String(decoding: data(), as: UTF8.self) }

  mutating func optionalText() -> String? { boolean() ? text() : nil }
}
