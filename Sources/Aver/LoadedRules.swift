import AverRuleLoading
package import AverRules
import AverSyntax

/// Rules, checked and compiled, shared by all documents of a run.
public struct LoadedRules: Sendable {
  package let ruleSet: RuleSet
  let cleaning: LoadedCleaningRules

  package init(_ ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    cleaning = .among(ruleSet.files)
  }

  /// `sha256:` and the digest of all rule files, paths and contents.
  public var digest: String { ruleSet.digest }

  /// Reads the rules that travel with the library.
  ///
  /// - Returns: The rules.
  /// - Throws: `PipelineError.rules` if they cannot be used.
  public static func builtIn() throws(PipelineError) -> LoadedRules { try shared.get() }

  private static let shared = Result { () throws(PipelineError) in
    do {
      return LoadedRules(try BuiltInRules.ruleSet())
    } catch {
      throw .rules(message: String(describing: error))
    }
  }

  /// Makes ready in the background what a pipeline with the built-in rules needs, so that whoever asks
  /// for it a little later need not wait for all of it.
  public static func prepareBuiltIn() {
    Task.detached { _ = shared }
    Task.detached { SyntaxAnalyzer.prepare() }
  }

  /// Compiles the rule files of a folder, which stand in for the built-in ones.
  ///
  /// - Parameter directory: The folder's path.
  /// - Returns: The rules.
  /// - Throws: `PipelineError.rules` with every error in every file.
  public static func load(directory: String) throws(PipelineError) -> LoadedRules {
    do {
      return LoadedRules(try RuleLoader.load(directory: directory))
    } catch {
      throw .rules(message: String(describing: error))
    }
  }
}
