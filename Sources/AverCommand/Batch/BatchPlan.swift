import Glibc

/// The results of a run in the order of its inputs, by where each of them stands.
///
/// It is kept in a file, so that memory does not grow with the corpus.
struct BatchPlan: ~Copyable {
  /// Which pair of results and journal a result stands in.
  enum Store: Int {
    /// Those of a finished run before.
    case finished = 0
    /// Those that grow.
    case growing = 1
  }

  private static let numbers = 5

  private let path: RawPath
  private let file: BatchFile
  private var resultsEnd = 0
  private var journalEnd: Int
  /// Whether all results so far stand one after another in the growing files.
  private(set) var isInPlace = true

  init(_ path: RawPath, headerByteCount: Int) throws(SystemError) {
    self.path = path
    file = try BatchFile(path)
    journalEnd = headerByteCount
  }

  mutating func append(_ store: Store, _ location: BatchStore.Location) throws(SystemError) {
    if store != .growing || location.offset != resultsEnd || location.lineOffset != journalEnd {
      isInPlace = false
    }
    resultsEnd = location.offset + location.byteCount
    journalEnd = location.lineOffset + location.lineByteCount
    var bytes: [UInt8] = []
    let numbers = [
      store.rawValue, location.offset, location.byteCount, location.lineOffset,
      location.lineByteCount,
    ]
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    try file.append(bytes)
    if file.isWorthwhile { try file.flush() }
  }

  /// Whether the growing files are the whole batch, in order, if they end there.
  func isWhole(results: Int, journal: Int) -> Bool {
    isInPlace && resultsEnd == results && journalEnd == journal
  }

  /// Writes results and journal anew, in the order of the inputs.
  func assemble(_ layout: BatchLayout, header: [UInt8]) throws(SystemError) {
    try file.flush()
    let plan = try FileDescriptor(opening: path, FileDescriptor.readOnly)
    let results = try BatchFile(layout.temporary(layout.results))
    let journal = try BatchFile(layout.temporary(layout.journal))
    try journal.append(header)
    let finished = try? Pair(layout.results, layout.journal)
    let growing = try Pair(layout.partialResults, layout.partialJournal)
    var bytes: [UInt8] = []
    while try plan.read(into: &bytes, limit: Self.numbers * 8 * 1024) > 0 {
      var position = 0
      while bytes.count - position >= Self.numbers * 8 {
        var reader = FrameReader(bytes, from: position)
        position += Self.numbers * 8
        let isFinished = reader.integer() == Store.finished.rawValue
        guard let source = isFinished ? finished : growing else { throw SystemError(code: ENOENT) }
        let (offset, count) = (reader.integer(), reader.integer())
        try results.append(source.results.bytes(at: offset, count: count))
        let (lineOffset, lineCount) = (reader.integer(), reader.integer())
        try journal.append(source.journal.bytes(at: lineOffset, count: lineCount))
        if results.isWorthwhile { try results.flush() }
        if journal.isWorthwhile { try journal.flush() }
      }
      bytes.removeFirst(position)
    }
    try results.finish()
    try journal.finish()
  }

  /// An open pair of results and journal.
  private final class Pair {
    let results: FileDescriptor
    let journal: FileDescriptor

    init(_ results: RawPath, _ journal: RawPath) throws(SystemError) {
      self.results = try FileDescriptor(opening: results, FileDescriptor.readOnly)
      self.journal = try FileDescriptor(opening: journal, FileDescriptor.readOnly)
    }
  }
}

extension FileDescriptor {
  /// The bytes at a place, all of them.
  func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let start = unsafe buffer.baseAddress?.advanced(by: filled)
        let answer = unsafe pread(number, start, count - filled, offset + filled)
        if answer < 0, errno == EINTR { continue }
        guard answer > 0 else {
          failure = answer < 0 ? .last : SystemError(code: EIO)
          return
        }
        filled += answer
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
