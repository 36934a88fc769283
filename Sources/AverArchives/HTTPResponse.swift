/// A server's answer as an archive keeps it.
///
/// Sources: RFC 9112 (framing, chunks), RFC 9110 (content codings).
struct HTTPResponse {
  /// What became of an answer.
  enum Body {
    case page([UInt8], encoding: String?)
    /// No page, or none that was served.
    case other
    case failed(InputProblem)
  }

  private let fields: HeaderFields
  private let body: ArraySlice<UInt8>

  /// Reads an answer; nil if it does not begin like one.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: Array("HTTP/".utf8)), let end = bytes.headerEnd(from: bytes.startIndex)
    else { return nil }
    fields = HeaderFields(bytes[..<end.header])
    body = bytes[end.body...]
  }

  /// The page, if there is one, in at most `longest` bytes.
  func page(longest: Int) -> Body {
    let words = fields.start.split(separator: " ")
    guard words.count > 1, words[1] == "200" else { return .other }
    guard let type = fields.word("content-type"),
      type == "text/html" || type == "application/xhtml+xml"
    else { return .other }
    var bytes = body
    if fields.word("transfer-encoding") == "chunked", let joined = Self.unchunked(bytes) {
      bytes = joined[...]
    }
    switch decoded(bytes, longest: longest) {
    case .success(let page): return .page(page, encoding: charset)
    case .failure(let problem): return .failed(problem)
    }
  }

  private var charset: String? {
    guard let type = fields["content-type"]?.lowercased(),
      let name = type.split(separator: ";").first(where: { $0.contains("charset=") })
    else { return nil }
    let value = String(name.split(separator: "=", maxSplits: 1).last ?? "").trimmed
    let text = value.filter { $0 != "\"" && $0 != "'" }
    return text.isEmpty ? nil : text
  }

  /// The chunks joined; nil if the bytes are no chunks, as in archives that have joined them.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = bytes.startIndex
    while let lineEnd = bytes[position...].prefix(1024).firstIndex(of: 0x0A) {
      let digits = bytes[position..<lineEnd].prefix {
        Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80
      }
      guard !digits.isEmpty, digits.count < 16,
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return result.isEmpty ? nil : result }
      if size == 0 { return result }
      let start = lineEnd + 1
      // The last chunk of a page that was cut off is kept as far as it goes.
      guard size <= bytes.endIndex - start else { return result + bytes[start...] }
      result += bytes[start..<(start + size)]
      position = start + size
      if position < bytes.endIndex, bytes[position] == 0x0D { position += 1 }
      if position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
    }
    return result.isEmpty ? nil : result
  }

  /// The bytes without their content coding, if they really have one.
  private func decoded(
    _ bytes: ArraySlice<UInt8>,
    longest: Int
  ) -> Result<[UInt8], InputProblem> {
    let coding = fields.word("content-encoding") ?? ""
    let (first, second) = (bytes.first ?? 0, bytes.dropFirst().first ?? 0)
    let format: Decompressor.Format
    switch coding {
    case "gzip", "x-gzip":
      guard first == 0x1F, second == 0x8B else { return whole(bytes, longest) }
      format = .gzip
    case "deflate":
      let isWrapped = first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
      guard isWrapped || !Self.looksLikePage(bytes) else { return whole(bytes, longest) }
      format = isWrapped ? .zlib : .deflate
    case "zstd":
      guard first == 0x28, second == 0xB5 else { return whole(bytes, longest) }
      format = .zstandard
    case "br", "compress", "x-compress":
      guard !Self.looksLikePage(bytes) else { return whole(bytes, longest) }
      return .failure(Self.unsupported(coding))
    default: return whole(bytes, longest)
    }
    guard var decompressor = Decompressor(format) else { return .failure(Self.unsupported(coding)) }
    let input = Array(bytes)
    var position = 0
    var page: [UInt8] = []
    while true {
      let (read, written) = (position, page.count)
      let answer = decompressor.run(input, &position, into: &page, limit: 64 * 1024)
      if page.count > longest { return .failure(Self.tooLarge(longest)) }
      if answer == .end { return .success(page) }
      if answer != .goesOn || (read == position && written == page.count) {
        // A page whose end is missing is kept as far as it goes.
        return page.isEmpty ? whole(bytes, longest) : .success(page)
      }
    }
  }

  private func whole(
    _ bytes: ArraySlice<UInt8>,
    _ longest: Int
  ) -> Result<[UInt8], InputProblem> {
    bytes.count > longest ? .failure(Self.tooLarge(longest)) : .success(Array(bytes))
  }

  /// Whether bytes are a page as it is, whatever the server said of them.
  private static func looksLikePage(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(256).first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == 0x3C
  }

  static func tooLarge(_ longest: Int) -> InputProblem {
    InputProblem(
      code: "too-large",
      message: "the page has more than \(longest) bytes; raise --max-doc-bytes",
      isFinal: false
    )
  }

  private static func unsupported(_ coding: String) -> InputProblem {
    InputProblem(
      code: "unsupported-encoding",
      message: "the page is compressed as '\(coding)', which is not read",
      isFinal: false
    )
  }
}

extension ArraySlice<UInt8> {
  /// Where the lines of a header end, and where the body begins; nil if there is no blank line.
  func headerEnd(from start: Index) -> (header: Index, body: Index)? {
    var position = start
    while let lineEnd = self[position...].firstIndex(of: 0x0A) {
      var next = lineEnd + 1
      if next < endIndex, self[next] == 0x0D { next += 1 }
      if next < endIndex, self[next] == 0x0A { return (lineEnd, next + 1) }
      position = lineEnd + 1
    }
    return nil
  }
}
