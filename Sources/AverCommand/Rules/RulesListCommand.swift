import ArgumentParser
import Aver
import AverReports
import AverRules

/// How a list of rules is written.
enum RuleListFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// `aver rules list`: every rule with its place, type and tests.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules with their places, types and tests."
  )

  @OptionGroup var source: RuleFolderOptions

  @Option(help: "Only rules that make this type of mention or claim.")
  var type: String?

  @Option(help: "How the list is written.")
  var format = RuleListFormat.text

  func run() throws {
    let library: RuleLibrary
    do throws(RuleError) { library = try source.library() } catch {
      throw CommandFailure(error.description)
    }
    let entries = RuleIndex.entries(of: library).filter { type == nil || $0.type == type }
    let writer = try ResultWriter(path: nil)
    for entry in entries { try writer.write(line(entry, library)) }
    guard format == .text else { return }
    let tests = entries.reduce(0) { $0 + $1.tests.count }
    try writer.writeLine("\(entries.count) rules, \(tests) tests")
  }

  private func line(_ entry: RuleIndex.Entry, _ library: RuleLibrary) -> [UInt8] {
    let file = library.files[entry.place.file]
    let line = file.position(of: entry.place.start).line
    let negative = entry.tests.count { $0.expectations.allSatisfy { $0 == .none } }
    guard format == .json else {
      let text =
        "\(file.path):\(line): \(entry.kind.rawValue) \(entry.name) : \(entry.type), "
        + "\(entry.patternCount) patterns, \(entry.tests.count - negative) + \(negative) tests\n"
      return Array(text.utf8)
    }
    var json = JSONWriter()
    json.beginObject()
    let texts = [
      ("kind", entry.kind.rawValue), ("name", entry.name), ("type", entry.type),
      ("file", file.path),
    ]
    for (name, text) in texts {
      json.name(name)
      json.string(text)
    }
    let numbers = [
      ("line", line), ("patterns", entry.patternCount),
      ("positive_tests", entry.tests.count - negative), ("negative_tests", negative),
    ]
    for (name, number) in numbers {
      json.name(name)
      json.integer(number)
    }
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }
}
