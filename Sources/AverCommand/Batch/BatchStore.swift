import Aver
import AverArchives
import AverModel

/// Results of an earlier run, found by their inputs.
final class BatchStore {
  /// Where a result and its line of the journal stand.
  struct Location: Equatable {
    let offset: Int
    let byteCount: Int
    let lineOffset: Int
    let lineByteCount: Int
    let claimCount: Int
    let isFailure: Bool
  }

  /// Names an input: half of a digest is enough, since only what matches it is compared.
  struct Key: Hashable {
    private let high: UInt64
    private let low: UInt64

    init(identifier: String, input: [UInt8]) {
      let digest = SHA256.digest(Array(identifier.utf8) + [0] + input)
      high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  let results: RawPath
  let journal: RawPath
  private var locations: [Key: Location] = [:]
  /// The digests known for an id, for those that ask before the input is read.
  private var inputs: [String: [[UInt8]]] = [:]
  /// Up to here both files are whole.
  private(set) var resultsEnd = 0
  private(set) var journalEnd = 0
  /// Whether results are there that another run has made.
  private(set) var isOfAnotherRun = false

  /// Reads a journal and checks the results that it speaks of, up to the first that is damaged.
  ///
  /// - Parameters:
  ///   - results: The file with the results.
  ///   - journal: The file with the journal.
  ///   - run: What must have made them.
  init(results: RawPath, journal: RawPath, run: BatchRun) {
    self.results = results
    self.journal = journal
    do {
      let data = FileInput(try FileDescriptor(opening: results, FileDescriptor.readOnly))
      let file = try FileDescriptor(opening: journal, FileDescriptor.readOnly)
      var lines = LineReader(FileInput(file), longestLine: 64 << 20)
      try read(&lines, data, run)
    } catch {
      // What cannot be read is done anew.
    }
  }

  private func read(
    _ lines: inout LineReader,
    _ data: FileInput,
    _ run: BatchRun
  ) throws(InputProblem) {
    let header = run.line
    guard case .line(let first, _) = lines.next() else { return }
    guard first + [0x0A] == header else {
      isOfAnotherRun = true
      return
    }
    journalEnd = header.count
    var buffer: [UInt8] = []
    var position = 0
    while case .line(let line, _) = lines.next(), let entry = JournalEntry(line) {
      if buffer.count - position < entry.byteCount {
        buffer.removeFirst(position)
        position = 0
      }
      while buffer.count < entry.byteCount {
        let limit = max(1 << 18, entry.byteCount - buffer.count)
        guard try data.read(into: &buffer, limit: limit) > 0 else { return }
      }
      let end = position + entry.byteCount
      guard SHA256.digest(Array(buffer[position..<end])) == entry.result else { return }
      position = end
      if entry.isLasting {
        locations[Key(identifier: entry.identifier, input: entry.input)] = Location(
          offset: resultsEnd,
          byteCount: entry.byteCount,
          lineOffset: journalEnd,
          lineByteCount: line.count + 1,
          claimCount: entry.claimCount,
          isFailure: entry.code != nil
        )
        inputs[entry.identifier, default: []].append(entry.input)
      }
      resultsEnd += entry.byteCount
      journalEnd += line.count + 1
    }
  }

  /// Whether it holds nothing of use.
  var isEmpty: Bool { locations.isEmpty }

  func location(identifier: String, input: [UInt8]) -> Location? {
    locations[Key(identifier: identifier, input: input)]
  }

  func inputs(of identifier: String) -> [[UInt8]] { inputs[identifier] ?? [] }
}
