import Foundation
import Testing

@Suite("Which documents and claims")
struct SelectionTests {
  private func identifiers(_ outcome: AverProgram.Outcome) -> [String] {
    (outcome.records ?? []).compactMap { $0["id"] as? String }
  }

  private func tree() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["a.html", "b.txt", "2024/c.html", "2025/d.html", "2025/03/e.html", "2025/n.log"] {
      try folder.write("in/" + name, "Marlow Ltd bought Thane Group.")
    }
    return folder
  }

  @Test(
    "patterns choose files of folders",
    arguments: [
      (["*.html"], ["2024/c.html", "2025/03/e.html", "2025/d.html", "a.html"]),
      (["2025/*.html"], ["2025/d.html"]),
      (["2025/**/*.html"], ["2025/03/e.html", "2025/d.html"]),
      (["**/*.log", "?.txt"], ["2025/n.log", "b.txt"]),
      (["[!a-c].html"], ["2025/03/e.html", "2025/d.html"]),
      (["**/c.html"], ["2024/c.html"]),
      (["**/.html", "**/html", "2025/**/.html"], []),
      (["2025/**/e.html", "2025/**/d.html"], ["2025/03/e.html", "2025/d.html"]),
      (["nothing"], []),
    ]
  )
  func patterns(patterns: [String], expected: [String]) throws {
    let folder = try tree()
    let options = patterns.flatMap { ["--glob", $0] }
    let outcome = try AverProgram.run(["clean", "in"] + options, in: folder)
    #expect(identifiers(outcome) == expected)
  }

  @Test("a list names files, by lines or zero bytes, from a file or standard input")
  func lists() throws {
    let folder = try tree()
    try folder.write("list", "in/a.html\n\nin/2025/d.html\n")
    let listed = try AverProgram.run(["clean", "--files-from", "list"], in: folder)
    #expect(identifiers(listed) == ["in/a.html", "in/2025/d.html"])
    let piped = try AverProgram.shell(
      "find in -name '*.html' -print0 | sort -z | \"$@\"",
      ["clean", "--files-from", "-", "-0"],
      in: folder
    )
    #expect(
      identifiers(piped) == ["in/2024/c.html", "in/2025/03/e.html", "in/2025/d.html", "in/a.html"]
    )
    let both = try AverProgram.run(["clean", "in/b.txt", "--files-from", "list"], in: folder)
    #expect(identifiers(both) == ["in/b.txt", "in/a.html", "in/2025/d.html"])
    let missing = try AverProgram.run(["clean", "--files-from", "none"], in: folder)
    #expect(missing.codes == ["unreadable"])
    #expect(missing.status == 1)
  }

  @Test("a limit ends the input", arguments: [1, 3, 6])
  func limit(count: Int) throws {
    let input = Data(BatchFixture.records(1...5).utf8)
    let outcome = try AverProgram.run(["clean", "--limit", "\(count)"], input: input)
    #expect(identifiers(outcome) == (1...min(count, 5)).map { "r\($0)" })
  }

  @Test("links to folders are followed on demand, and loops end")
  func links() throws {
    let folder = try tree()
    try folder.write("elsewhere/f.html", "x")
    try folder.link("in/link", to: "../elsewhere")
    try folder.link("in/2025/up", to: "..")
    let plain = try AverProgram.run(["clean", "in"], in: folder)
    #expect(identifiers(plain).count == 5)
    #expect(plain.messages.contains("passed over 2 links to folders"))
    let following = try AverProgram.run(["clean", "in", "--follow"], in: folder)
    #expect(identifiers(following).count == 6)
    #expect(identifiers(following).contains("link/f.html"))
    #expect(following.messages.contains("passed over 1 links to folders"))
    #expect(following.status == 0)
  }

  @Test("what is no regular file is told and never opened")
  func specialFiles() throws {
    let folder = try tree()
    try folder.link("in/null.html", to: "/dev/null")
    try folder.link("in/none.txt", to: "nowhere")
    let script = """
      mkfifo in/pipe.html
      python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("in/socket.html")'
      "$@"
      """
    let outcome = try AverProgram.shell(script, ["clean", "in"], in: folder)
    #expect(identifiers(outcome).count == 5)
    #expect(outcome.codes.sorted() == ["not-a-file", "not-a-file", "not-a-file", "unreadable"])
    #expect(outcome.status == 1)
  }

  @Test("file names need not be UTF-8")
  func badNames() throws {
    let folder = try TemporaryFolder()
    let script = "mkdir in; echo text > \"$(printf 'in/a\\377.txt')\"; \"$@\""
    let outcome = try AverProgram.shell(script, ["clean", "in"], in: folder)
    #expect(identifiers(outcome) == ["a\u{FFFD}.txt"])
    #expect(outcome.status == 0)
    let list = "printf 'in/a\\377.txt\\n' | \"$@\""
    let listed = try AverProgram.shell(list, ["clean", "--files-from", "-"], in: folder)
    #expect(listed.status == 0)
  }

  @Test("claims are selected by type and status")
  func claims() throws {
    let text = "Marlow Ltd bought Thane Group. Arden plc has agreed to buy Corvid Ltd. "
    let sale = "Marlow Ltd invested $5 million in Corvid Ltd."
    let input = Data("{\"id\":\"a\",\"text\":\"\(text)\(sale)\"}\n".utf8)
    func types(_ options: [String]) throws -> [String] {
      let outcome = try AverProgram.run(["extract"] + options, input: input)
      return (outcome.records ?? []).map { "\($0["type"] ?? "") \($0["status"] ?? "")" }
    }
    let all = try types([])
    #expect(Set(all) == ["acquisition completed", "acquisition planned", "investment completed"])
    #expect(Set(try types(["--select", "type=investment"])) == ["investment completed"])
    #expect(try types(["--select", "type=investment,acquisition"]) == all)
    let both = ["--select", "type=acquisition", "--select", "status=planned"]
    #expect(Set(try types(both)) == ["acquisition planned"])
    let unknown = try AverProgram.run(["extract", "--select", "type=oops"], input: input)
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("'oops'; there are "))
    #expect(try AverProgram.run(["extract", "--select", "oops"], input: input).status == 2)
  }

  @Test("a strict run ends at the first document that fails")
  func strict() throws {
    let input = Data((BatchFixture.record(1) + "oops\n" + BatchFixture.record(2)).utf8)
    let outcome = try AverProgram.run(["clean", "--strict", "--from", "jsonl"], input: input)
    #expect(outcome.status == 1)
    #expect(identifiers(outcome) == ["r1"])
    #expect(outcome.codes == ["bad-json"])
    #expect(outcome.messages.contains("stopped at the first document that failed"))
  }

  @Test("a quiet run says nothing of single documents")
  func quiet() throws {
    let outcome = try AverProgram.run(
      ["clean", "--quiet", "--from", "jsonl"],
      input: Data("oops\n".utf8)
    )
    #expect(outcome.status == 1)
    #expect(outcome.messages == "")
  }
}
