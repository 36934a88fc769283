import Foundation
import Testing

@Suite("Output of the command")
struct OutputTests {
  private func articles(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 1...count {
      let sentence = "Marlow Ltd bought Thane Group for $\(number) million on 3 May 2024. "
      let body = String(repeating: "<p>" + sentence + "</p>\n", count: 2)
      // Several batches' worth of bytes, but few words: what counts here is the order.
      let padding = "<!--" + String(repeating: "x", count: 20_000) + "-->"
      let page = "<html><body>\(padding)<article>\(body)</article></body></html>"
      try folder.write("in/\(number).html", page)
    }
    return folder
  }

  @Test("any number of jobs gives the same bytes", arguments: ["clean", "annotate", "extract"])
  func jobs(command: String) throws {
    let folder = try articles(24)
    let flags = command == "extract" ? ["--documents"] : []
    let outputs = try ["1", "2", "4"].map {
      try AverProgram.run([command, "in", "--jobs", $0] + flags, in: folder)
    }
    #expect(outputs.allSatisfy { $0.status == 0 })
    #expect(outputs[0].lines.count >= 24)
    #expect(outputs[1].output == outputs[0].output)
    #expect(outputs[2].output == outputs[0].output)
  }

  @Test("one call over many files gives what many calls give")
  func calls() throws {
    let folder = try articles(5)
    let names = (1...5).map { "in/\($0).html" }
    let together = try AverProgram.run(["extract", "--documents"] + names, in: folder)
    var apart = Data()
    for name in names {
      apart += try AverProgram.run(["extract", "--documents", name], in: folder).output
    }
    #expect(together.lines.count >= 5)
    #expect(together.output == apart)
  }

  @Test("every record is one line, whoever splits it")
  func lineBreaks() throws {
    let input = #"{"id":"a","text":"x\u2028y\u2029z\u0085w\u000b\u000c\u001c"}"# + "\n"
    for command in ["clean", "annotate"] {
      let outcome = try AverProgram.run([command], input: Data(input.utf8))
      #expect(outcome.text.components(separatedBy: .newlines).count == 2)
      #expect(outcome.records?.first?["id"] as? String == "a")
    }
  }

  @Test("an answer comes before the next question")
  func interactive() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: AverProgram.path)
    process.arguments = ["clean", "--from", "jsonl", "--jobs", "2"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 1...3 {
      let line = "{\"id\":\"\(number)\",\"text\":\"x\"}\n"
      try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
      // The pipe stays open: without a flush this would wait for ever.
      let answer = output.fileHandleForReading.availableData
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":\"\(number)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a file appears whole or not at all")
  func outputFile() throws {
    let folder = try articles(3)
    let direct = try AverProgram.run(["clean", "in"], in: folder)
    let saved = try AverProgram.run(["clean", "in", "--output", "out.jsonl"], in: folder)
    #expect(saved.status == 0)
    #expect(saved.output == Data())
    #expect(try Data(contentsOf: folder.url("out.jsonl")) == direct.output)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["in", "out.jsonl"])
  }

  @Test(
    "output that cannot be written is misuse, found before any input is read",
    arguments: ["missing/out.jsonl", "in"]
  )
  func badOutputFile(name: String) throws {
    let folder = try articles(1)
    let outcome = try AverProgram.run(["clean", "missing.html", "--output", name], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.messages.hasPrefix("aver: \(name): the output "))
    #expect(!outcome.messages.contains("missing.html: "))
  }

  @Test(
    "a full disk or a closed stream is one line and status 2",
    arguments: ["\"$@\" >/dev/full", "\"$@\" >&-"]
  )
  func brokenOutput(script: String) throws {
    let input = Data("{\"id\":\"a\",\"text\":\"x\"}\n".utf8)
    let outcome = try AverProgram.shell(script, ["clean"], input: input)
    #expect(outcome.status == 2)
    #expect(outcome.messages.hasPrefix("aver: standard output: the output cannot be written: "))
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("a reader that leaves early ends the program silently")
  func closedPipe() throws {
    let lines = String(repeating: "{\"id\":\"a\",\"text\":\"x\"}\n", count: 20_000)
    let outcome = try AverProgram.shell(
      "\"$@\" | head -1",
      ["clean"],
      input: Data(lines.utf8)
    )
    #expect(outcome.lines.count == 1)
    #expect(outcome.messages == "")
  }

  @Test("text for people is plain")
  func text() throws {
    let outcome = try AverProgram.run(
      ["clean", "--format", "text"],
      input: Data(#"{"id":"a","text":"One. Two."}"#.utf8)
    )
    #expect(outcome.text == "One. Two.\n")
  }

  @Test("the last message says how many were left out")
  func manyMessages() throws {
    let lines = String(repeating: "no json\n", count: 50)
    let outcome = try AverProgram.run(["clean", "--from", "jsonl"], input: Data(lines.utf8))
    #expect(outcome.codes.count == 50)
    let messages = outcome.messages.split(separator: "\n")
    #expect(messages.count == 21)
    #expect(messages.last == "aver: … and 30 more messages like these")
  }
}

@Suite("Usage of the command")
struct UsageTests {
  @Test(
    "misuse is status 2 and says what to do",
    arguments: [
      ["nonsense"], ["extract", "--nonsense"], ["extract", "--jobs", "0"],
      ["extract", "--date", "yesterday"], ["extract", "--max-doc-bytes", "0"],
      ["extract", "--from", "pdf"], ["clean", "-", "-"], ["extract", "--rules", "missing-folder"],
      [],
    ]
  )
  func misuse(arguments: [String]) throws {
    let outcome = try AverProgram.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == Data())
    #expect(!outcome.messages.isEmpty)
  }

  @Test(
    "help and version are answers",
    arguments: [["--help"], ["extract", "--help"], ["--version"]]
  )
  func answers(arguments: [String]) throws {
    let outcome = try AverProgram.run(arguments)
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.messages == "")
  }

  @Test("the version names the tool and the rules")
  func version() throws {
    let lines = try AverProgram.run(["--version"]).lines
    #expect(lines.first == "aver/0.1.0")
    #expect(lines[1].hasPrefix("libxml2 2."))
    #expect(lines[2].hasPrefix("ICU "))
    #expect(lines.last?.hasPrefix("rules sha256:") == true)
  }
}
