import ArgumentParser
import Aver
import AverRules

/// `aver rules fmt`: rule files in the canonical layout.
struct RulesFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay rule files out in the canonical way; comments and line breaks stay."
  )

  @OptionGroup var source: RuleFolderOptions

  @Flag(help: "Change nothing; exit with 1 if a file is laid out otherwise.")
  var check = false

  func run() throws {
    let library: RuleLibrary
    do throws(RuleError) { library = try source.library() } catch {
      throw CommandFailure(error.description)
    }
    let folder = check ? nil : try source.folderToChange()
    let writer = try ResultWriter(path: nil)
    var changed = 0
    var unreadable = 0
    for file in library.files where file.path.hasSuffix(".aver") {
      guard let text = RuleFormatter.text(of: file) else {
        unreadable += 1
        try writer.writeLine("\(file.path): has errors; aver rules check shows them")
        continue
      }
      guard Array(text.utf8) != file.bytes else { continue }
      changed += 1
      try writer.writeLine(file.path)
      if let folder {
        try RuleFolderWriter.write(RuleFile(path: file.path, text: text), in: folder)
      }
    }
    if unreadable > 0 || (check && changed > 0) {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
  }
}
