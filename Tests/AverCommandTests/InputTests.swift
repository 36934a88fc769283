import Foundation
import Testing

@Suite("Input of the command")
struct InputTests {
  private let article =
    "<html><body><article><p>Marlow Ltd bought Thane.</p></article></body></html>"

  private func record(_ identifier: String, _ text: String = "Marlow bought Thane.") -> String {
    "{\"id\":\"\(identifier)\",\"text\":\"\(text)\"}\n"
  }

  private func identifiers(_ outcome: AverProgram.Outcome) -> [String] {
    (outcome.records ?? []).compactMap { $0["id"] as? String }
  }

  @Test("records from a pipe are answered in order, text unchanged", arguments: [["-"], []])
  func records(paths: [String]) throws {
    let input = record("a", "x \\u2028 é") + "\r\n" + record("b").dropLast()
    let outcome = try AverProgram.run(["clean"] + paths, input: Data(input.utf8))
    #expect(outcome.status == 0)
    #expect(
      outcome.records?.map { $0["text"] as? String } == ["x \u{2028} é", "Marlow bought Thane."]
    )
    #expect(outcome.messages == "")
  }

  @Test("a byte order mark and Windows line ends make no difference")
  func lineEnds() throws {
    let plain = try AverProgram.run(["clean"], input: Data((record("a") + record("b")).utf8))
    let windows = ("\u{FEFF}" + record("a") + record("b")).replacing("\n", with: "\r\n")
    #expect(try AverProgram.run(["clean"], input: Data(windows.utf8)).output == plain.output)
  }

  @Test("one bad line among many is an error record in its place", arguments: [false, true])
  func badLine(isForgiven: Bool) throws {
    let lines = (1...500).map { $0 == 250 ? "{\"id\": oops}\n" : record("r\($0)") }
    let outcome = try AverProgram.run(
      ["clean", "--from", "jsonl"] + (isForgiven ? ["--exit-zero"] : []),
      input: Data(lines.joined().utf8)
    )
    let records = try #require(outcome.records)
    #expect(records.count == 500)
    #expect(records[249]["record"] as? String == "error")
    #expect(records[249]["code"] as? String == "bad-json")
    #expect(records[249]["line"] as? Int == 250)
    #expect(outcome.status == (isForgiven ? 0 : 1))
    #expect(outcome.messages.hasPrefix("aver: standard input:250: "))
  }

  @Test("a line that is too long is passed over; the next is answered")
  func longLine() throws {
    let long = record("long", String(repeating: "x", count: 50 << 20))
    let outcome = try AverProgram.run(
      ["clean", "-"],
      input: Data((record("a") + long + record("b")).utf8)
    )
    #expect(outcome.codes == ["too-large"])
    #expect(identifiers(outcome) == ["a", "b"])
    #expect(outcome.status == 1)
  }

  @Test("the limit on documents holds for files and for standard input")
  func limit() throws {
    let folder = try TemporaryFolder()
    try folder.write("big.txt", String(repeating: "x", count: 1001))
    try folder.write("small.txt", String(repeating: "x", count: 1000))
    let files = try AverProgram.run(["clean", ".", "--max-doc-bytes", "1000"], in: folder)
    #expect(files.codes == ["too-large"])
    #expect(identifiers(files) == ["small.txt"])
    let piped = try AverProgram.run(
      ["clean", "--max-doc-bytes", "1000"],
      input: Data(repeating: 0x78, count: 1001)
    )
    #expect(piped.codes == ["too-large"])
    #expect(piped.status == 1)
  }

  @Test("empty input is done at once", arguments: [Data(), Data("\n \r\n\n".utf8)])
  func empty(input: Data) throws {
    let outcome = try AverProgram.run(["extract", "--from", "jsonl"], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.output == Data())
    #expect(outcome.messages == "aver: there was nothing to read\n")
  }

  @Test("an empty file is a document without claims")
  func emptyFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", "")
    let outcome = try AverProgram.run(["extract", "--documents", "a.html"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.records?.first?["claims"] as? Int == 0)
    #expect(outcome.messages.hasPrefix("aver: a.html: it is empty\n"))
  }

  @Test("a folder is read in the order of its paths, named below the folder")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.html", "a/z.txt", "a.html", "a/b.htm", ".hidden.html", "c/picture.png"] {
      try folder.write("in/" + name, article)
    }
    try folder.write("in/d.jsonl", record("r1") + record("r2"))
    try folder.link("in/elsewhere", to: ".")
    let outcome = try AverProgram.run(["clean", "in"], in: folder)
    #expect(identifiers(outcome) == ["a.html", "a/b.htm", "a/z.txt", "b.html", "r1", "r2"])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("passed over 1 files"))
    #expect(outcome.messages.contains("passed over 1 links to folders"))
  }

  @Test("a file is named as the command line names it")
  func fileNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.html", article)
    let outcome = try AverProgram.run(["clean", "./in//a.html", "in/a.html"], in: folder)
    #expect(identifiers(outcome) == ["in/a.html", "in/a.html"])
  }

  @Test("what cannot be read is reported, and the rest is done")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.html", article)
    try folder.link("in/b.html", to: "nowhere")
    try folder.write("in/c.html/d.html", article)
    try folder.write("in/f.html", article)
    let script = "mkfifo in/e.html && \"$@\""
    let outcome = try AverProgram.shell(script, ["clean", "missing.html", "in"], in: folder)
    #expect(identifiers(outcome) == ["a.html", "c.html/d.html", "f.html"])
    #expect(outcome.codes == ["unreadable", "unreadable", "not-a-file"])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("aver: missing.html: the file cannot be read: No such file"))
  }

  @Test("a folder that must not be read is reported", .enabled(if: getuid() != 0))
  func lockedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.html", article)
    try folder.write("in/locked/b.html", article)
    let script = "chmod 0 in/locked && \"$@\"; status=$?; chmod 700 in/locked; exit $status"
    let outcome = try AverProgram.shell(script, ["clean", "in"], in: folder)
    #expect(identifiers(outcome) == ["a.html"])
    #expect(outcome.codes == ["unreadable"])
    #expect(outcome.status == 1)
  }

  @Test("file names may have any bytes; nothing raw reaches the terminal")
  func strangeNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a\nb\u{1B}[31m\"c\".txt", "")
    let outcome = try AverProgram.run(["clean", "in"], in: folder)
    #expect(identifiers(outcome) == ["a\nb\u{1B}[31m\"c\".txt"])
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test(
    "binary garbage is a document like any other",
    arguments: ["auto", "html", "text", "jsonl"]
  )
  func garbage(format: String) throws {
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 &>> 3) }
    let outcome = try AverProgram.run(["clean", "--from", format], input: Data(bytes))
    #expect(outcome.records != nil)
    #expect(outcome.status == (format == "jsonl" ? 1 : 0))
  }

  @Test("what the input is shows in its name or its first bytes")
  func sniffing() throws {
    let folder = try TemporaryFolder()
    try folder.write("records.json", " \n" + record("r"))
    try folder.write("page", article)
    let outcome = try AverProgram.run(["clean", "records.json", "page"], in: folder)
    #expect(identifiers(outcome) == ["r", "page"])
    let piped = try AverProgram.run(["clean"], input: Data(article.utf8))
    #expect(identifiers(piped) == ["-"])
  }

  @Test("a date is taken from the record, else from the command line")
  func dates() throws {
    let input = record("a") + "{\"id\":\"b\",\"text\":\"x\",\"date\":\"2020-01-01\"}\n"
    let outcome = try AverProgram.run(
      ["clean", "--date", "2025-12-17"],
      input: Data(input.utf8)
    )
    #expect(outcome.records?.map { $0["published"] as? String } == ["2025-12-17", "2020-01-01"])
  }
}
