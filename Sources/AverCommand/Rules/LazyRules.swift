import Aver
import AverRuleLoading
import AverRules
import Synchronization

/// Rules that are compiled when a document first needs them, once for all workers.
final class LazyRules: Sendable {
  /// The digest of the rule files.
  let digest: String
  private let library: RuleLibrary
  private let compiled: Mutex<Result<LoadedRules, PipelineError>?>

  init(_ library: RuleLibrary) {
    self.library = library
    digest = library.digest()
    compiled = Mutex(nil)
  }

  /// Rules that are compiled already.
  init(_ library: RuleLibrary, compiled rules: RuleSet) {
    self.library = library
    digest = rules.digest
    compiled = Mutex(.success(LoadedRules(rules)))
  }

  /// The rules.
  ///
  /// - Throws: `PipelineError.rules` with every error in every file.
  func rules() throws(PipelineError) -> LoadedRules {
    try compiled.withLock { state in
      let result = state ?? compile()
      state = result
      return result
    }.get()
  }

  private func compile() -> Result<LoadedRules, PipelineError> {
    // The build has compiled the built-in rules already.
    if digest == BuiltInRules.digest {
      return Result { () throws(PipelineError) in try LoadedRules.builtIn() }
    }
    do throws(RuleError) {
      return .success(LoadedRules(try RuleLoader.compile(library, digest: digest)))
    } catch {
      return .failure(.rules(message: error.description))
    }
  }
}
