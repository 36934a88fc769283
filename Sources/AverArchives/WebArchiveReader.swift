/// Reads the pages of a WARC file: `response` records with a page that was served (status 200).
///
/// What is damaged is reported with its place, and reading goes on at the next record.
///
/// Source: ISO 28500, "WARC file format" 1.1.
public struct WebArchiveReader: ~Copyable {
  /// One thing found in an archive.
  public enum Entry {
    /// A page.
    case page(WebPage)
    /// Something that is no page for the reason given; `identifier` is the record's, if it is known.
    case problem(InputProblem, identifier: String?)
  }

  private static let chunk = 64 * 1024
  private static let longestHeader = 64 * 1024
  private static let magic = Array("WARC/".utf8)

  /// Why a record ends before its length says so.
  private enum Cut: Error {
    case input(InputProblem)
    /// Something that is no record, in contents that are sound otherwise.
    case disorder(InputProblem)
    /// Another record begins.
    case falseLength
    case end
  }

  private let input: any ByteInput
  private let longestDocument: Int
  private var buffer: [UInt8]
  private var position = 0
  /// Bytes of the contents before `buffer`.
  private var offset = 0
  private var isAtEnd = false
  private var isInRecord = false
  /// Behind something damaged: lines are passed over up to the start of a record.
  private var isSearching = false
  private var identifier: String?
  /// Records that are no pages.
  public private(set) var passedRecords = 0

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - opened: The archive, decompressed.
  ///   - longestDocument: Pages with more bytes are a problem.
  public init(_ opened: OpenedInput, longestDocument: Int) {
    input = opened.input
    buffer = opened.start
    self.longestDocument = longestDocument
  }

  /// Whether the next page may have to be waited for.
  public var mayBlock: Bool { !isAtEnd && position == buffer.count && !input.isReady }

  /// The file or pipe behind the archive.
  public var descriptor: Int32 { input.descriptor }

  /// The next page or problem, in the order of the archive; nil at the end.
  public mutating func next() -> Entry? {
    while true {
      do throws(Cut) {
        guard let entry = try nextRecord() else { continue }
        return entry
      } catch {
        switch error {
        case .end: return nil
        case .disorder(let problem): return .problem(problem, identifier: identifier)
        case .input(let problem):
          let name = identifier
          forget()
          if problem.isFinal { isAtEnd = true }
          isSearching = true
          return .problem(problem, identifier: name)
        case .falseLength:
          let name = identifier
          isInRecord = false
          return .problem(
            problem("corrupt", "the record is shorter than it says"),
            identifier: name
          )
        }
      }
    }
  }

  /// Reads one record; nil if it is none that is wanted.
  private mutating func nextRecord() throws(Cut) -> Entry? {
    isInRecord = false
    identifier = nil
    guard try findRecord() else { throw .end }
    isInRecord = true
    let fields = try header()
    identifier = fields["warc-record-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      isSearching = true
      let problem = problem("corrupt", "the record does not say how long it is")
      return .problem(problem, identifier: identifier)
    }
    guard fields.word("warc-type") == "response", let name = identifier,
      fields.word("content-type")?.hasPrefix("application/http") ?? true
    else {
      try skip(length)
      passedRecords += 1
      return nil
    }
    guard length <= longestDocument + Self.longestHeader else {
      do throws(Cut) {
        try skip(length)
      } catch {
        // That it ends too early, too, adds nothing; behind damage the next record is looked for.
        if case .input(let problem) = error {
          forget()
          isAtEnd = isAtEnd || problem.isFinal
          isSearching = true
        }
      }
      return .problem(HTTPResponse.tooLarge(longestDocument), identifier: name)
    }
    let content = try take(length)
    guard let response = HTTPResponse(content[...]) else {
      passedRecords += 1
      return nil
    }
    switch response.page(longest: longestDocument) {
    case .other:
      passedRecords += 1
      return nil
    case .failed(let problem): return .problem(problem, identifier: name)
    case .page(let bytes, let encoding):
      return .page(
        WebPage(
          identifier: name,
          address: fields["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } },
          date: fields["warc-date"],
          encoding: encoding,
          bytes: bytes
        )
      )
    }
  }

  /// Goes to the start of the next record; false at the end.
  private mutating func findRecord() throws(Cut) -> Bool {
    while true {
      while buffer.count - position < Self.magic.count, try fill() {}
      let rest = buffer[position...]
      if rest.starts(with: Self.magic) {
        isSearching = false
        return true
      }
      guard let first = rest.first else { return false }
      if first == 0x0D || first == 0x0A {
        position += 1
        continue
      }
      if !isSearching {
        isSearching = true
        throw .disorder(problem("corrupt", "something that is no record stands here"))
      }
      try passLine()
    }
  }

  private mutating func passLine() throws(Cut) {
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        position = end + 1
        return
      }
      position = buffer.count
      guard try fill() else { return }
    }
  }

  private mutating func header() throws(Cut) -> HeaderFields {
    while true {
      if let end = buffer[...].headerEnd(from: position) {
        defer { position = end.body }
        return HeaderFields(buffer[position..<end.header])
      }
      guard buffer.count - position <= Self.longestHeader else {
        isSearching = true
        position += Self.magic.count
        throw .disorder(problem("corrupt", "the record's header has no end"))
      }
      guard try fill() else { throw truncated }
    }
  }

  private mutating func take(_ count: Int) throws(Cut) -> [UInt8] {
    while buffer.count - position < count {
      guard try fill() else { throw truncated }
    }
    defer { position += count }
    return Array(buffer[position..<(position + count)])
  }

  private mutating func skip(_ count: Int) throws(Cut) {
    var rest = count
    while rest > buffer.count - position {
      rest -= buffer.count - position
      position = buffer.count
      guard try fill() else { throw truncated }
    }
    position += rest
  }

  /// Reads some more; false at the end.
  private mutating func fill() throws(Cut) -> Bool {
    guard !isAtEnd else { return false }
    if position == buffer.count || position > Self.chunk {
      offset += position
      buffer.removeFirst(position)
      position = 0
    }
    let members = memberCount
    let start = buffer.count
    do throws(InputProblem) {
      isAtEnd = try input.read(into: &buffer, limit: Self.chunk) == 0
    } catch {
      throw .input(error)
    }
    // Each record has a member of its own: one that begins within a record ends it.
    if isInRecord, memberCount != members, buffer[start...].starts(with: Self.magic) {
      position = start
      throw .falseLength
    }
    return !isAtEnd
  }

  private var memberCount: Int { (input as? DecompressedInput)?.memberCount ?? 0 }

  private var truncated: Cut {
    .input(
      InputProblem(
        code: "truncated",
        message: "the archive ends within a record (byte \(offset + buffer.count))",
        isFinal: true
      )
    )
  }

  private mutating func forget() {
    offset += buffer.count
    buffer = []
    position = 0
  }

  private func problem(_ code: String, _ message: String) -> InputProblem {
    InputProblem(
      code: code,
      message: "\(message) (byte \(offset + position) of the archive's contents)",
      isFinal: false
    )
  }
}
