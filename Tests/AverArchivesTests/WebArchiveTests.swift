import AverArchives
import Testing

@Suite("Web archives")
struct WebArchiveTests {
  private let page = "<html><p>Marlow bought Thane.</p></html>"

  /// A record as ISO 28500 has it.
  private func record(
    _ name: String,
    type: String = "response",
    length: Int? = nil,
    _ content: String
  ) -> [UInt8] {
    let header = """
      WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(name)>\r\n\
      WARC-Target-URI: https://news.example/\(name)\r\nWARC-Date: 2025-03-12T10:00:00Z\r\n\
      Content-Type: application/http; msgtype=response\r\n\
      Content-Length: \(length ?? content.utf8.count)\r\n\r\n
      """
    return Array((header + content + "\r\n\r\n").utf8)
  }

  private func response(
    _ body: String,
    status: String = "200 OK",
    type: String = "text/html; charset=\"utf-8\"",
    _ fields: String = ""
  ) -> String {
    "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n\(body)"
  }

  private struct Reading: Equatable {
    var names: [String] = []
    var bodies: [[UInt8]] = []
    var codes: [String] = []
    var passed = 0
  }

  private func read(_ bytes: [UInt8], piece: Int = .max, longest: Int = 10_000) throws -> Reading {
    var reader = WebArchiveReader(
      try OpenedInput(MemoryInput(bytes, piece: piece)),
      longestDocument: longest
    )
    var reading = Reading()
    while let entry = reader.next(), reading.codes.count < 1000 {
      switch entry {
      case .page(let page):
        reading.names.append(String(page.identifier.dropFirst("urn:uuid:".count)))
        reading.bodies.append(page.bytes)
      case .problem(let problem, _): reading.codes.append(problem.code)
      }
    }
    reading.passed = reader.passedRecords
    return reading
  }

  @Test("pages that were served are read, plain and a member each", arguments: [1, 13, .max])
  func pages(piece: Int) throws {
    let records = [
      record("info", type: "warcinfo", "software: none\r\n"),
      record("a", response(page)),
      record("image", response("PNG", type: "image/png")),
      record("gone", response("<p>gone</p>", status: "404 Not Found")),
      record("again", type: "revisit", response("")),
      record("b", response(page + "b")),
    ]
    let expected = Reading(
      names: ["a", "b"],
      bodies: [Array(page.utf8), Array((page + "b").utf8)],
      codes: [],
      passed: 4
    )
    #expect(try read(Array(records.joined()), piece: piece) == expected)
    #expect(try read(records.flatMap(Packing.gzip), piece: piece) == expected)
  }

  @Test("a page brings its address, the time of fetching and the server's encoding")
  func members() throws {
    let opened = try OpenedInput(MemoryInput(record("a", response(page))))
    var reader = WebArchiveReader(opened, longestDocument: 10_000)
    guard case .page(let found) = reader.next() else {
      Issue.record("no page")
      return
    }
    #expect(found.identifier == "urn:uuid:a")
    #expect(found.address == "https://news.example/a")
    #expect(found.date == "2025-03-12T10:00:00Z")
    #expect(found.encoding == "utf-8")
  }

  @Test(
    "encodings of transfer are taken off where the bytes really have them",
    arguments: [
      ("Transfer-Encoding: chunked\r\n", "5\r\n<p>ab\r\n4;x=y\r\n</p>\r\n0\r\n\r\n", "<p>ab</p>"),
      ("Transfer-Encoding: chunked\r\n", "<p>joined</p>", "<p>joined</p>"),
      ("Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\nFF\r\ncut off", "<p>cut off"),
      ("Content-Encoding: gzip\r\n", "<p>plain</p>", "<p>plain</p>"),
      ("Content-Encoding: br\r\n", " <p>plain</p>", " <p>plain</p>"),
      ("Content-Encoding: none\r\n", "<p>x</p>", "<p>x</p>"),
      ("Content-Encoding: UTF-8\r\n", "<p>x</p>", "<p>x</p>"),
    ]
  )
  func encodings(fields: String, body: String, expected: String) throws {
    let reading = try read(record("a", response(body, fields)))
    #expect(reading.bodies == [Array(expected.utf8)])
  }

  @Test("a compressed page is unpacked, up to the limit")
  func compressed() throws {
    let head = Array(response("", "Content-Encoding: gzip\r\n").utf8)
    func archive(_ body: [UInt8]) -> [UInt8] {
      let packed = Packing.gzip(body)
      var bytes = record("a", length: head.count + packed.count, "")
      bytes.removeLast(4)
      bytes += head
      bytes += packed
      return bytes + Array("\r\n\r\n".utf8)
    }
    #expect(try read(archive(Array(page.utf8))).bodies == [Array(page.utf8)])
    let large = try read(archive([UInt8](repeating: 0x78, count: 3000)), longest: 2000)
    #expect(large.codes == ["too-large"])
  }

  @Test("a coding that is not read is a problem of its page alone")
  func unsupported() throws {
    let brotli = record("a", response("\u{1}\u{2}\u{3}", "Content-Encoding: br\r\n"))
    let reading = try read(brotli + record("b", response(page)))
    #expect(reading.codes == ["unsupported-encoding"])
    #expect(reading.names == ["b"])
  }

  @Test(
    "an archive that is cut off gives the whole pages and one problem",
    arguments: [1, 30, 200]
  )
  func truncated(left: Int) throws {
    let reading = try read(record("a", response(page)) + record("b", response(page)).prefix(left))
    #expect(reading.names == ["a"])
    #expect(reading.codes == (left == 1 ? ["corrupt"] : ["truncated"]))
  }

  @Test("garbage between records is one problem, and the next record is read")
  func garbage() throws {
    let bytes = record("a", response(page)) + Array("some\nlines\n".utf8)
    let reading = try read(bytes + record("b", response(page)))
    #expect(reading.names == ["a", "b"])
    #expect(reading.codes == ["corrupt"])
  }

  @Test("a record in a member of its own that says it is longer costs itself alone")
  func falseLength() throws {
    let wrong = record("a", length: 5000, response(page))
    let bytes = Packing.gzip(wrong) + Packing.gzip(record("b", response(page)))
    let reading = try read(bytes)
    #expect(reading.names == ["b"])
    #expect(reading.codes == ["corrupt"])
  }

  @Test("a length beyond the limit is passed over", arguments: [80_000, 1 << 40, Int.max])
  func hugeLength(length: Int) throws {
    let bytes = record("a", response(page)) + record("b", length: length, response(page))
    let reading = try read(bytes)
    #expect(reading.names == ["a"])
    #expect(reading.codes == ["too-large"])
    let members =
      Packing.gzip(record("b", length: length, "")) + Packing.gzip(record("c", response(page)))
    #expect(try read(members).names == ["c"])
  }

  @Test("lengths that are none", arguments: ["-5", "x", "99999999999999999999999", ""])
  func badLength(value: String) throws {
    let text = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(value)\r\n\r\n"
    let reading = try read(Array(text.utf8) + record("b", response(page)))
    #expect(reading.names == ["b"])
    #expect(reading.codes == ["corrupt"])
  }

  @Test("a header without end is given up")
  func endlessHeader() throws {
    let header = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x61, count: 200_000)
    #expect(try read(header).codes.count <= 2)
    #expect(try read(header + [0x0A] + record("b", response(page))).names == ["b"])
  }

  @Test(
    "no damage stops the reader, and what it does not touch is read",
    arguments: (1...200).map(UInt64.init)
  )
  func mutations(seed: UInt64) throws {
    var random = seed &* 77
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let records = (0..<6).map { record("r\($0)", response(page, "Transfer-Encoding: chunked\r\n")) }
    var bytes = next(2) == 0 ? Array(records.joined()) : records.flatMap(Packing.gzip)
    for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
    if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
    guard let reading = try? read(bytes, piece: 1 + next(100)) else { return }
    #expect(reading.names.count <= 6)
    #expect(reading.codes.count <= 16)
  }
}
