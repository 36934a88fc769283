import Aver
import AverReports
import AverRules

extension RuleOptions {
  /// The rules that the command line asks for; those of a folder are compiled once and then kept.
  func load() throws(CommandFailure) -> LoadedRules {
    do throws(PipelineError) {
      guard let rules else { return try LoadedRules.builtIn() }
      let cache = CacheFolder(named: "rules", suffix: ".pack", mostFiles: 12)
      return try LoadedRules.load(
        directory: rules,
        known: { cache?.bytes(of: $0) },
        keep: { cache?.keep($1, of: $0) }
      )
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

extension RuleOptions {
  /// The rule files, for commands that stop where they cannot be read.
  func files() throws(CommandFailure) -> RuleLibrary {
    do throws(RuleError) {
      return try library()
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

extension BatchRun {
  /// What makes the results of a batch.
  ///
  /// - Parameters:
  ///   - rules: The rules.
  ///   - options: `name=value` of each option that decides what a document comes to.
  ///   - answers: The same for options of the command that decide what is written of it.
  ///   - format: How it is written.
  init(rules: LoadedRules, options: [String], answers: [String], _ format: OutputFormat) {
    self.init(
      identity: RunIdentity(rules: rules, options: options),
      options: (options + answers + ["format=\(format.rawValue)"]).sorted()
    )
  }
}

extension RunIdentity {
  /// The identity of a run with these rules and options.
  init(rules: LoadedRules, options: [String]) {
    self.init(
      tool: Version.tool,
      rules: rules.digest,
      libraries: LibraryVersions.all,
      options: options
    )
  }
}
