import Foundation
import Testing

@Suite("aver watch")
struct WatchTests {
  /// Runs the program while a script edits the rules; each edit waits for the answer to the last.
  private static func watch(_ edits: [String]) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", DealRules.text)
    try folder.write("in/1.txt", "Orvel acquired Brill.\n")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: AverProgram.path)
    process.arguments = ["watch", "rules", "in", "--changes", "\(edits.count)"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var text = ""
    for edit in edits {
      let turns = text.components(separatedBy: "waiting for changes").count
      while text.components(separatedBy: "waiting for changes").count == turns {
        let data = output.fileHandleForReading.availableData
        guard !data.isEmpty else { return text }
        text += String(decoding: data, as: UTF8.self)
      }
      try folder.write("rules/main.aver", edit)
    }
    text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  @Test("a save is answered with errors, failing tests and changed claims")
  func saves() throws {
    let text = try Self.watch([
      rulesWith("| Tamsin", "| Tamsin | Brill"), rulesWith("@firm", "@firn"),
      rulesWith("verbs acquire", "verbs dump"),
    ])
    let turns = text.components(separatedBy: "waiting for changes in rules\n")
    #expect(turns.count == 4)
    #expect(turns[0].contains("check  1 entity rules, 1 relations, "))
    #expect(turns[0].contains("diff   1 documents: 0 claims\n"))
    #expect(turns[1].contains("test   8 passed, 0 failed in main.aver\n"))
    #expect(
      turns[1].contains("diff   1 documents: 0 claims, then 1; 1 gained, 0 lost, 0 changed\n")
    )
    #expect(turns[1].contains("  + deal completed  buyer=Orvel, target=Brill\n"))
    #expect(turns[2].contains("error[A0107]"))
    #expect(turns[2].contains("waiting for the next change"))
    #expect(turns[3].contains("main.aver:9:8: deal: missing alone\n"))
    #expect(
      turns[3].contains("diff   1 documents: 1 claims, then 0; 0 gained, 1 lost, 0 changed\n")
    )
  }

  private func rulesWith(_ old: String, _ new: String) -> String {
    DealRules.text.replacing(old, with: new)
  }

  @Test("what is no folder is misuse")
  func noFolder() throws {
    let outcome = try AverProgram.run(["watch", "nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("'nowhere' is no folder"))
  }
}
