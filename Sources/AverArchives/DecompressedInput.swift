/// The contents of a gzip or Zstandard stream with any number of members.
///
/// What is damaged is reported with its place, and reading goes on at the next member. A read never
/// crosses the border between two members.
public final class DecompressedInput: ByteInput {
  private static let chunk = 64 * 1024

  /// Where in the stream the next byte stands.
  private enum Place {
    case beforeMember
    case inMember
    /// Behind something damaged: looking for the start of a member.
    case searching
  }

  private let source: any ByteInput
  private let magic: [UInt8]
  private var decompressor: Decompressor
  private var place = Place.beforeMember
  private var input: [UInt8]
  private var position = 0
  /// Bytes of the source before `input`.
  private var offset = 0
  private var isAtEnd = false
  private var hasOutput = false
  /// Whether the member was looked for behind something damaged.
  private var wasFound = false
  /// What is to be said once the bytes before it have been handed over.
  private var waiting: InputProblem?

  /// Opens a stream; nil if the bytes are none.
  ///
  /// - Parameters:
  ///   - source: The compressed bytes but for `start`.
  ///   - start: The first bytes, which were read already.
  /// - Throws: `InputProblem` if the library that it needs is missing.
  init?(_ source: any ByteInput, start: [UInt8]) throws(InputProblem) {
    let format: Decompressor.Format
    if start.starts(with: Self.gzipMagic) {
      format = .gzip
      magic = Self.gzipMagic
    } else if start.starts(with: Self.zstandardMagic) {
      format = .zstandard
      magic = Self.zstandardMagic
    } else {
      return nil
    }
    guard let decompressor = Decompressor(format) else {
      throw InputProblem(
        code: "unsupported",
        message: format == .zstandard
          ? "Zstandard needs libzstd, which is not installed (apt-get install libzstd1), or unpack it"
          : "zlib cannot be used: memory is short",
        isFinal: true
      )
    }
    self.decompressor = decompressor
    self.source = source
    input = start
  }

  private static let gzipMagic: [UInt8] = [0x1F, 0x8B, 0x08]
  private static let zstandardMagic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// How many members have begun.
  public private(set) var memberCount = 0

  /// The file or pipe behind the stream.
  public var descriptor: Int32 { source.descriptor }

  /// Has a problem told by the next read.
  func tellLater(_ problem: InputProblem) { waiting = problem }

  /// Whether a read would not have to wait for somebody else.
  public var isReady: Bool { position < input.count || source.isReady }

  /// Appends up to `limit` bytes of the contents, and at least one unless they are at their end.
  public func read(into bytes: inout [UInt8], limit: Int) throws(InputProblem) -> Int {
    if let waiting {
      self.waiting = nil
      throw waiting
    }
    let start = bytes.count
    while bytes.count == start {
      switch place {
      case .beforeMember:
        guard try openMember() else { return 0 }
      case .searching:
        guard try search() else { return 0 }
      case .inMember:
        if position == input.count, try !refill() {
          place = .beforeMember
          throw problem("truncated", "the compressed data end within a member", isFinal: true)
        }
        try run(into: &bytes, limit: limit)
      }
    }
    return bytes.count - start
  }

  private func run(into bytes: inout [UInt8], limit: Int) throws(InputProblem) {
    let start = bytes.count
    let answer = decompressor.run(input, &position, into: &bytes, limit: limit)
    if bytes.count > start { hasOutput = true }
    switch answer {
    case .goesOn: break
    case .end: place = .beforeMember
    case .outOfMemory: throw problem("unreadable", "memory is short", isFinal: true)
    case .corrupt:
      place = .searching
      let damage = problem("corrupt", "the compressed data are damaged", isFinal: false)
      // A place that only looked like the start of a member was reported with what it belongs to.
      guard hasOutput || !wasFound else { return }
      guard bytes.count > start else { throw damage }
      waiting = damage
    }
  }

  /// Goes to the start of the next member; false at the end.
  private func openMember() throws(InputProblem) -> Bool {
    while input.count - position < magic.count, try refill() {}
    let rest = input[position...]
    if rest.starts(with: magic) {
      decompressor.reset()
      hasOutput = false
      wasFound = false
      memberCount += 1
      place = .inMember
      return true
    }
    // Some tools fill the last block of a tape or disk with zeros.
    while !input[position...].contains(where: { $0 != 0 }) {
      position = input.count
      guard try refill() else { return false }
    }
    position = input[position...].firstIndex { $0 != 0 } ?? position
    place = .searching
    throw problem("corrupt", "something that is not compressed stands here", isFinal: false)
  }

  /// Looks for what begins like a member; false at the end.
  private func search() throws(InputProblem) -> Bool {
    while true {
      while input.count - position < magic.count {
        guard try refill() else {
          position = input.count
          return false
        }
      }
      if let found = input[position...].firstRange(of: magic) {
        position = found.lowerBound
        decompressor.reset()
        hasOutput = false
        wasFound = true
        memberCount += 1
        place = .inMember
        return true
      }
      position = input.count - magic.count + 1
    }
  }

  private func problem(_ code: String, _ message: String, isFinal: Bool) -> InputProblem {
    InputProblem(code: code, message: "\(message) (byte \(offset + position))", isFinal: isFinal)
  }

  /// Reads more of the source; false at its end.
  private func refill() throws(InputProblem) -> Bool {
    guard !isAtEnd else { return false }
    offset += position
    input.removeFirst(position)
    position = 0
    isAtEnd = try source.read(into: &input, limit: Self.chunk) == 0
    return !isAtEnd
  }
}
