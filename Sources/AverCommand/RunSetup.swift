import Aver
import AverReports

extension RuleOptions {
  /// Compiles the rules that the command line asks for.
  func load() throws(CommandFailure) -> LoadedRules {
    do throws(PipelineError) {
      if let rules { return try LoadedRules.load(directory: rules) }
      return try LoadedRules.builtIn()
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
