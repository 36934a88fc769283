import ArgumentParser
import AverReports

/// `aver diff`: what one file of claims has and another has not.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two files of claims: added, removed, changed.",
    discussion: """
      Claims are compared by id; what is left over is paired by document and key. For the effect of a \
      change of rules see 'aver rules diff'. Exit status: 0 no difference, 1 a difference or a line \
      that is no record, 2 misuse.
      """
  )

  @ArgumentParser.Argument(help: "The claims before: a file or folder.")
  var old: String

  @ArgumentParser.Argument(help: "The claims after.")
  var new: String

  @Option(help: "What to print.")
  var format = Format.text

  func run() throws {
    var oldFiles = ClaimFiles([old])
    var newFiles = ClaimFiles([new])
    let difference = ClaimDifference(old: try oldFiles.claims(), new: try newFiles.claims())
    let writer = try ResultWriter(path: nil)
    switch format {
    case .text: try writer.write(Array(Self.text(of: difference).utf8))
    case .jsonl: try writer.write(Self.lines(of: difference))
    }
    let isClean = difference.isEmpty && oldFiles.failureCount + newFiles.failureCount == 0
    throw ExitCode((isClean ? ExitStatus.done : .someFailed).rawValue)
  }

  private static func text(of difference: ClaimDifference) -> String {
    var text = ""
    func add(_ mark: String, _ claim: RecordedClaim) {
      text += "\(mark) \(claim.type) (\(claim.status)) "
      text += VisibleText.escaped("\(claim.shown)  [\(claim.document.identifier)]") + "\n"
    }
    for claim in difference.removed { add("-", claim) }
    for claim in difference.added { add("+", claim) }
    for change in difference.changed {
      add("~", change.new)
      for slot in change.slots {
        text += VisibleText.escaped(
          "    \(slot.name): \(Self.shown(slot.old)) → \(Self.shown(slot.new))"
        )
        text += "\n"
      }
    }
    return text + "\(difference.added.count) added, \(difference.removed.count) removed, "
      + "\(difference.changed.count) changed, \(difference.sameCount) the same\n"
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "nothing" : text }

  private static func lines(of difference: ClaimDifference) -> [UInt8] {
    var json = JSONWriter()
    func write(_ change: String, _ claim: RecordedClaim, _ slots: [ClaimDifference.Slot] = []) {
      json.beginObject()
      json.member("record", "difference")
      json.member("change", change)
      json.member("id", claim.identifier)
      json.member("type", claim.type)
      json.member("key", claim.key)
      json.member("document", claim.document.identifier)
      if !slots.isEmpty {
        json.name("slots")
        json.beginObject()
        for slot in slots {
          json.name(slot.name)
          json.beginArray()
          json.string(slot.old)
          json.string(slot.new)
          json.endArray()
        }
        json.endObject()
      }
      json.endObject()
      json.endLine()
    }
    for claim in difference.removed { write("removed", claim) }
    for claim in difference.added { write("added", claim) }
    for change in difference.changed { write("changed", change.new, change.slots) }
    return json.takeBytes()
  }
}

extension RecordedClaim {
  /// The claim on one line: its statement, or its roles.
  var shown: String {
    statement
      ?? roles.map { "\($0.name)=\($0.fillers.map(\.shown).joined(separator: " | "))" }
      .joined(separator: "; ")
  }
}
