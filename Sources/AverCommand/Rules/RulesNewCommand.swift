import ArgumentParser
import Aver
import AverRuleLoading
import AverRules
import FoundationEssentials

extension RuleSkeleton.Kind: ExpressibleByArgument {}

/// `aver rules new`: a rule file to start from.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a rule file to start from, with tests that pass."
  )

  @ArgumentParser.Argument(
    help: "The name of the rule, such as purchase; its file is named after it."
  )
  var name: String

  @OptionGroup var source: RuleFolderOptions

  @Option(help: "A list of names, an entity with a pattern, or a relation with a frame.")
  var kind = RuleSkeleton.Kind.relation

  func run() throws {
    let folder = try source.folderToChange()
    let isName = name.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    guard isName, name.utf8.first.map({ $0 | 0x20 >= 0x61 }) == true else {
      throw CommandFailure("'\(name)' is no name for a rule: use letters, digits, `.`, `_` and `-`")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("\(folder): the folder cannot be made: \(error)")
    }
    let library: RuleLibrary
    do throws(RuleError) { library = try RuleLoader.library(in: folder) } catch {
      throw CommandFailure(error.description)
    }
    let path = name + ".aver"
    if library.files.contains(where: { $0.path == path }) {
      throw CommandFailure("\(folder)/\(path) is there already")
    }
    let makesOrganizations = RuleIndex.entries(of: library).contains {
      $0.kind == .entity && $0.type == "ORG"
    }
    let text = RuleSkeleton.text(kind, name: name, makesOrganizations: makesOrganizations)
    try RuleFolderWriter.write(RuleFile(path: path, text: text), in: folder)
    if let main = library.files.first(where: { $0.path == "main.aver" }) {
      let uses = String(decoding: main.bytes, as: UTF8.self)
      let line = (uses.hasSuffix("\n") || uses.isEmpty ? "" : "\n") + "use \(path)\n"
      try RuleFolderWriter.write(RuleFile(path: main.path, text: uses + line), in: folder)
    }
    try ResultWriter(path: nil).writeLine("\(folder)/\(path)")
  }
}
