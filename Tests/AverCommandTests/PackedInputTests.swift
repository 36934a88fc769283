import Foundation
import Testing

@Suite("Compressed input and web archives")
struct PackedInputTests {
  private let article =
    "<html><body><article><p>Marlow Ltd bought Thane.</p></article></body></html>"

  private func identifiers(_ outcome: AverProgram.Outcome) -> [String] {
    (outcome.records ?? []).compactMap { $0["id"] as? String }
  }

  /// Runs `clean` behind a line of shell that makes its input.
  private func clean(
    _ script: String,
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> AverProgram.Outcome {
    try AverProgram.shell(script + "\n\"$@\"", ["clean"] + arguments, in: folder)
  }

  @Test("a compressed file is what it holds, by its name and its first bytes")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/page.html", article)
    try folder.write("in/text.txt", "Marlow Ltd bought Thane.")
    try folder.write("in/records.jsonl", BatchFixture.records(1...3))
    let plain = try AverProgram.run(["clean", "in"], in: folder)
    let packed = try clean("gzip -n in/*", ["in"], in: folder)
    #expect(packed.status == 0)
    #expect(identifiers(packed) == ["page.html.gz", "r1", "r2", "r3", "text.txt.gz"])
    #expect(packed.text.replacing(".gz\"", with: "\"") == plain.text)
    // The name may also say nothing, or not that it is compressed.
    let renamed = try clean(
      "mv in/page.html.gz p; mv in/records.jsonl.gz r",
      ["p", "r"],
      in: folder
    )
    #expect(identifiers(renamed) == ["p", "r1", "r2", "r3"])
    let piped = try AverProgram.shell("\"$@\" <r", ["clean"], in: folder)
    #expect(identifiers(piped) == ["r1", "r2", "r3"])
  }

  @Test("compressed records that are cut off or damaged: the whole lines are kept")
  func damagedRecords() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", BatchFixture.records(1...2))
    try folder.write("b.jsonl", BatchFixture.records(3...4))
    let cut = try clean(
      "(gzip -cn a.jsonl; gzip -cn b.jsonl | head -c 40) >cut.jsonl.gz",
      ["cut.jsonl.gz"],
      in: folder
    )
    #expect(identifiers(cut).starts(with: ["r1", "r2"]))
    #expect(cut.codes == ["truncated"])
    #expect(cut.status == 1)
    let garbage = try clean(
      "(gzip -cn a.jsonl; echo garbage; gzip -cn b.jsonl) >mixed.jsonl.gz",
      ["mixed.jsonl.gz"],
      in: folder
    )
    #expect(identifiers(garbage) == ["r1", "r2", "r3", "r4"])
    #expect(garbage.codes == ["corrupt"])
    #expect(garbage.messages.contains("(byte "))
  }

  @Test("what unpacks beyond the limit fails alone", arguments: ["html", "jsonl", "unknown"])
  func bombs(suffix: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("z.txt", "Marlow Ltd bought Thane.")
    let outcome = try clean(
      "head -c 300000000 /dev/zero | gzip -1 >bomb.\(suffix).gz",
      ["bomb.\(suffix).gz", "z.txt", "--max-doc-bytes", "1000000"],
      in: folder
    )
    #expect(outcome.codes == ["too-large"])
    #expect(identifiers(outcome) == ["z.txt"])
  }

  @Test("nested bombs and zip archives are refused")
  func nested() throws {
    let folder = try TemporaryFolder()
    let outcome = try clean(
      """
      head -c 100000000 /dev/zero | gzip -1 | gzip -1 >twice.txt.gz
      cp twice.txt.gz often; for i in 1 2 3; do gzip -c often >next; mv next often; done
      printf 'PK\\003\\004rest' >archive.txt
      """,
      ["twice.txt.gz", "often", "archive.txt", "--max-doc-bytes", "1000000"],
      in: folder
    )
    #expect(outcome.codes == ["too-large", "too-large", "unsupported"])
  }

  private func archive(_ pages: [(name: String, body: String)]) -> [String] {
    pages.map { name, body in
      let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(name)>\r\n"
        + "WARC-Target-URI: https://news.example/\(name)\r\nWARC-Date: 2025-03-12T10:00:00Z\r\n"
        + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
    }
  }

  @Test("the pages of a web archive are documents with address and date")
  func archives() throws {
    let folder = try TemporaryFolder()
    let records = archive([("a", article), ("b", article)])
    try folder.write("in/x.warc", records.joined())
    for (number, record) in records.enumerated() { try folder.write("\(number)", record) }
    let script = "cat 0 1 | \"$@\""
    let outcomes = [
      try clean("", ["in"], in: folder),
      try clean(
        "gzip -cn 0 >in/x.warc.gz; gzip -cn 1 >>in/x.warc.gz; rm in/x.warc",
        ["in"],
        in: folder
      ),
      try AverProgram.shell(script, ["clean"], in: folder),
    ]
    for outcome in outcomes {
      #expect(outcome.status == 0)
      #expect(identifiers(outcome) == ["urn:uuid:a", "urn:uuid:b"])
      #expect(
        outcome.records?.map { $0["published"] as? String }
          == Array(repeating: "2025-03-12T10:00:00Z", count: 2)
      )
      #expect(outcome.output == outcomes[0].output)
    }
  }

  @Test("an archive that is cut off gives its whole pages")
  func cutArchive() throws {
    let folder = try TemporaryFolder()
    let records = archive([("a", article), ("b", article)])
    try folder.write("x.warc", String(records.joined().dropLast(30)))
    let outcome = try clean("", ["x.warc"], in: folder)
    #expect(identifiers(outcome) == ["urn:uuid:a"])
    #expect(outcome.codes == ["truncated"])
    #expect(outcome.status == 1)
  }
}
