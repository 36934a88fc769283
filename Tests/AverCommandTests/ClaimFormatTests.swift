import Foundation
import Testing

@Suite("Formats of claims, and what is done with recorded claims")
struct ClaimFormatTests {
  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (number, price) in [3, 4, 9].enumerated() {
      let text = "Marlow Ltd bought Thane Group for $\(price).4 billion on 3 May 2024.\n"
      try folder.write("in/\(number).txt", text)
    }
    try folder.write("in/empty.txt", "Nothing was sold.\n")
    let claims = try AverProgram.run(["extract", "in", "--documents"], in: folder)
    try folder.write("claims.jsonl", claims.output)
    return folder
  }

  @Test(
    "a format is the same for any number of jobs, and from records",
    arguments: ["text", "csv", "jsonld", "jsonld-lines", "label-studio", "brat", "html"]
  )
  func formats(format: String) throws {
    let folder = try articles()
    let arguments = ["extract", "in", "--format", format]
    let one = try AverProgram.run(arguments + ["--jobs", "1"], in: folder)
    let four = try AverProgram.run(arguments + ["--jobs", "4"], in: folder)
    #expect(one.status == 0)
    #expect(one.output.count > 100)
    #expect(one.output == four.output)
    // Documents without claims leave nothing but in the pages of those who ask for all.
    try folder.write("some.jsonl", AverProgram.run(["extract", "in"], in: folder).output)
    let converted = try AverProgram.run(
      ["convert", "some.jsonl", "--format", format, "--sources", "in"],
      in: folder
    )
    #expect(converted.status == 0)
    #expect(converted.output == one.output)
  }

  @Test("a database comes whole, from documents as from records")
  func database() throws {
    let folder = try articles()
    let pipe = try AverProgram.run(["extract", "in", "--format", "sqlite"], in: folder)
    #expect(pipe.status == 2)
    #expect(pipe.messages.contains("--output"))
    let format = ["--format", "sqlite", "--output"]
    #expect(try AverProgram.run(["extract", "in"] + format + ["a.db"], in: folder).status == 0)
    let arguments = ["convert", "claims.jsonl"] + format + ["b.db"]
    #expect(try AverProgram.run(arguments, in: folder).status == 0)
    let first = try Data(contentsOf: folder.url("a.db"))
    #expect(first.starts(with: Data("SQLite format 3".utf8)))
    #expect(first == (try Data(contentsOf: folder.url("b.db"))))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("a table in a file has its metadata beside it")
  func metadata() throws {
    let folder = try articles()
    let arguments = ["convert", "claims.jsonl", "--format", "csv", "--output", "c.csv"]
    #expect(try AverProgram.run(arguments, in: folder).status == 0)
    let metadata = try Data(contentsOf: folder.url("c.csv-metadata.json"))
    let object = try JSONSerialization.jsonObject(with: metadata) as? [String: Any]
    #expect(object?["url"] as? String == "c.csv")
  }

  @Test("lines that are no records are reported, the rest is done")
  func badLines() throws {
    let folder = try articles()
    let claims = try Data(contentsOf: folder.url("claims.jsonl"))
    try folder.write("bad.jsonl", Data("{\"record\":\"claim\"}\nnothing\n".utf8) + claims)
    for arguments in [
      ["stats", "bad.jsonl"], ["join", "bad.jsonl"], ["convert", "bad.jsonl", "--format", "csv"],
      ["report", "bad.jsonl"],
    ] {
      let outcome = try AverProgram.run(arguments, in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("bad.jsonl:1: the record has no text 'id'"))
      #expect(outcome.messages.contains("bad.jsonl:2: "))
      #expect(outcome.output.count > 5)
    }
    #expect(try AverProgram.run(["stats", "nowhere.jsonl"], in: folder).status == 2)
  }

  @Test("stats, join and diff say what is there, what agrees and what changed")
  func comparing() throws {
    let folder = try articles()
    let statistics = try AverProgram.run(["stats", "claims.jsonl", "--format", "json"], in: folder)
    #expect(statistics.records?.first?["claims"] as? Int == 3)
    #expect(statistics.records?.first?["documents"] as? Int == 4)
    let join = try AverProgram.run(["join", "claims.jsonl", "--format", "jsonl"], in: folder)
    #expect(join.records?.first?["texts"] as? Int == 3)
    #expect((join.records?.first?["conflicts"] as? [String: Any])?.keys.sorted() == ["amount"])
    #expect(try AverProgram.run(["diff", "claims.jsonl", "claims.jsonl"], in: folder).status == 0)
    try folder.write("in/2.txt", "Marlow Ltd bought Thane Group for $9.5 billion on 3 May 2024.\n")
    try folder.write("new.jsonl", AverProgram.run(["extract", "in"], in: folder).output)
    let difference = try AverProgram.run(["diff", "claims.jsonl", "new.jsonl"], in: folder)
    #expect(difference.status == 1)
    #expect(difference.text.contains("amount: 9,400,000,000 USD → 9,500,000,000 USD"))
    #expect(difference.text.hasSuffix("0 added, 0 removed, 1 changed, 2 the same\n"))
  }

  @Test(
    "schemas, versions, completions, the manual and topics are printed",
    arguments: [
      (["schema"], "urn:aver:schema:claim:1"), (["schema", "--context"], "prov:wasDerivedFrom"),
      (["schema", "--duckdb", "--path", "a'b.jsonl"], "read_json('a''b.jsonl'"),
      (["schema", "--spark"], "roles MAP<STRING"), (["schema", "--shapes"], "sh:NodeShape"),
      (["schema", "--sqlite"], "CREATE TABLE claims"), (["schema", "--csvw"], "tableSchema"),
      (["--version", "--json"], "\"libxml2\":"), (["completions", "bash"], "aver"),
      (["completions", "zsh"], "#compdef aver"), (["completions", "fish"], "complete -c"),
      (["manual"], ".TH AVER 1"), (["help", "formats"], "label-studio"),
      (["help", "exit-status"], "SIGPIPE"),
    ] as [([String], String)]
  )
  func printed(arguments: [String], words: String) throws {
    let outcome = try AverProgram.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains(words))
  }

  @Test(
    "a format that a command does not have is refused",
    arguments: [
      ["extract", "--format", "markdown"], ["clean", "--format", "csv"],
      ["annotate", "--format", "html"],
    ]
  )
  func refused(arguments: [String]) throws {
    let outcome = try AverProgram.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("use jsonl"))
  }
}
