import AverArchives
import AverModel
import AverReports

/// The records of claim files, one after the other; what is no record is reported and passed over.
struct ClaimFiles {
  private let paths: [String]
  /// Lines that are no records, so far.
  private(set) var failureCount = 0
  private(set) var claimCount = 0

  /// Creates a reader.
  ///
  /// - Parameter paths: Files, folders with `.jsonl` files in them, or `-` for standard input.
  init(_ paths: [String]) { self.paths = paths }

  /// Hands over every record, in the order of the files.
  ///
  /// - Throws: `CommandFailure` if a file cannot be read, or what `body` throws.
  mutating func forEachRecord(
    _ body: (RecordedLine) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    for path in paths {
      if path == "-" {
        try read(FileDescriptor(borrowing: 0), "standard input", body)
        continue
      }
      let raw = RawPath(path)
      guard try Self.isFolder(raw) else {
        try readFile(raw, body)
        continue
      }
      let walker = FolderWalker(folder: raw)
      while let entry = walker.next() {
        if case .file(let file, _) = entry, InputFormat(suffix: file.suffix) == .jsonl {
          try readFile(file, body)
        }
      }
    }
  }

  private static func isFolder(_ path: RawPath) throws(CommandFailure) -> Bool {
    do throws(SystemError) {
      return try FileStatus(of: path, followingLinks: true).kind == .folder
    } catch {
      throw CommandFailure("\(path.string): the file cannot be read: \(error.message)")
    }
  }

  /// All claims.
  mutating func claims() throws(CommandFailure) -> [RecordedClaim] {
    var claims: [RecordedClaim] = []
    try forEachRecord { line throws(CommandFailure) in
      if case .claim(let claim) = line { claims.append(claim) }
    }
    return claims
  }

  /// Hands over claims by document; records of one document stand together.
  mutating func forEachDocument(
    _ body: (RecordedDocument, [RecordedClaim]) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var document: RecordedDocument?
    var claims: [RecordedClaim] = []
    try forEachRecord { line throws(CommandFailure) in
      let next: RecordedDocument
      switch line {
      case .claim(let claim): next = claim.document
      case .document(let read, _): next = read
      case .failure, .other: return
      }
      if let document, document != next {
        try body(document, claims)
        claims = []
      }
      document = next
      if case .claim(let claim) = line { claims.append(claim) }
    }
    if let document { try body(document, claims) }
  }

  private mutating func readFile(
    _ path: RawPath,
    _ body: (RecordedLine) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let file: FileDescriptor
    do throws(SystemError) {
      file = try FileDescriptor(opening: path, FileDescriptor.readOnly)
    } catch {
      throw CommandFailure("\(path.string): the file cannot be read: \(error.message)")
    }
    try read(file, path.string, body)
  }

  private mutating func read(
    _ file: consuming FileDescriptor,
    _ place: String,
    _ body: (RecordedLine) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var lines = LineReader(file, longestLine: 64 << 20)
    while let line = lines.next() {
      switch line {
      case .line(let bytes, let number):
        let record: RecordedLine
        do throws(RecordError) {
          record = try RecordedLine(bytes)
        } catch {
          fail("\(place):\(number): \(error.message)")
          continue
        }
        if case .claim = record { claimCount += 1 }
        try body(record)
      case .tooLong(let byteCount, let number):
        fail("\(place):\(number): the line has \(byteCount) bytes: that is no record")
      case .failed(let error, _):
        throw CommandFailure("\(place): \(error.message)")
      }
    }
  }

  private mutating func fail(_ message: String) {
    failureCount += 1
    if failureCount <= 20 { MessageLog.write(message) }
  }
}
