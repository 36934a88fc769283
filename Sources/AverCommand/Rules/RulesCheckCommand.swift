import ArgumentParser
import Aver
import AverRuleLoading
import AverRules

/// `aver rules check`: every error and warning of all files.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every error and warning in rule files.",
    discussion: "Each has a code; `aver help A0107` says more about it."
  )

  @OptionGroup var source: RuleFolderOptions

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Change the files where it is clear how.")
  var fix = false

  @Option(help: "How findings are written.")
  var format = FindingFormat.text

  func run() throws {
    let library: RuleLibrary
    do throws(RuleError) { library = try source.library() } catch {
      throw CommandFailure(error.description)
    }
    if fix { try FileFixing(folder: source.folderToChange()).fix(library) }
    let (ruleSet, findings) = RuleLoader.check(fix ? try again() : library)
    let writer = try ResultWriter(path: nil)
    let report = FindingReport(findings: findings, folder: source.folder ?? source.rules)
    try writer.write(report.bytes(as: format))
    let errors = findings.diagnostics.count { !$0.code.isWarning }
    let warnings = findings.diagnostics.count - errors
    if format == .text {
      try writer.writeLine(summary(ruleSet, errors: errors, warnings: warnings, report.fixable))
    }
    if errors > 0 || (strict && warnings > 0) {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
  }

  private func again() throws -> RuleLibrary {
    do throws(RuleError) { return try source.library() } catch {
      throw CommandFailure(error.description)
    }
  }

  private func summary(
    _ ruleSet: RuleSet?,
    errors: Int,
    warnings: Int,
    _ fixable: Int
  ) -> String {
    var parts: [String] = []
    if let ruleSet {
      parts.append(
        "\(ruleSet.entityRules.count) entity rules, \(ruleSet.relations.count) relations, "
          + "\(ruleSet.listNames.count) lists"
      )
    }
    parts.append("\(errors) errors, \(warnings) warnings")
    if fixable > 0 { parts.append("\(fixable) of them --fix can settle") }
    return parts.joined(separator: "; ")
  }
}

/// Writes fixed files until nothing more can be fixed.
struct FileFixing {
  let folder: String

  /// How often files are changed and checked anew: one fix may lay bare another.
  private static let rounds = 8

  func fix(_ library: RuleLibrary) throws(CommandFailure) {
    var library = library
    for _ in 0..<Self.rounds {
      let findings = RuleLoader.check(library).findings
      let (changed, _) = RuleFixer.fixed(findings.diagnostics, in: findings.files)
      guard !changed.isEmpty else { return }
      for file in changed { try RuleFolderWriter.write(file, in: folder) }
      let names = Set(changed.map(\.path))
      library = RuleLibrary(library.files.filter { !names.contains($0.path) } + changed)
    }
  }
}
