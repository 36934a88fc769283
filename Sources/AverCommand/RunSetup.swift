import Aver
import AverReports

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
