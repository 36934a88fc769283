import AverCleaning
import AverRuleLoading
import AverRules

/// The word lists of cleaning, checked; all that the first stage needs of the rules.
public struct LoadedCleaningRules: Sendable {
  let rules: CleaningRules

  /// Reads the lists that travel with the library.
  ///
  /// - Returns: The lists.
  /// - Throws: `PipelineError.rules` if they cannot be used.
  public static func builtIn() throws(PipelineError) -> LoadedCleaningRules {
    do throws(RuleError) {
      return LoadedCleaningRules(rules: CleaningRules(try BuiltInRules.cleaningLists()))
    } catch {
      throw .rules(message: error.description)
    }
  }

  /// Reads the lists of a folder of rules.
  ///
  /// - Parameter directory: The folder's path; the lists are in its `cleaning` folder.
  /// - Returns: The lists; the built-in ones if the folder has none.
  /// - Throws: `PipelineError.rules` with every problem in every file.
  public static func load(directory: String) throws(PipelineError) -> LoadedCleaningRules {
    do throws(RuleError) {
      if let lists = try RuleLoader.cleaningLists(directory: directory) {
        return LoadedCleaningRules(rules: CleaningRules(lists))
      }
    } catch {
      throw .rules(message: error.description)
    }
    return try builtIn()
  }
}
