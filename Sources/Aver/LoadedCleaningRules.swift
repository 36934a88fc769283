import AverCleaning
import AverRuleLoading
import AverRules

/// The word lists of cleaning, checked; all that the first stage needs of the rules.
public struct LoadedCleaningRules: Sendable {
  /// The lists of a folder; nil for those that travel with the library.
  private let own: CleaningRules?

  var rules: CleaningRules { own ?? Self.builtInRules }

  /// The lists that travel with the library; read when the first page needs them.
  public static let builtIn = LoadedCleaningRules(own: nil)

  private static let builtInRules: CleaningRules = {
    do throws(RuleError) {
      return CleaningRules(try BuiltInRules.cleaningLists())
    } catch {
      preconditionFailure("the build has checked the built-in lists: \(error)")
    }
  }()

  /// Reads the lists of a folder of rules.
  ///
  /// - Parameter directory: The folder's path; the lists are in its `cleaning` folder.
  /// - Returns: The lists; the built-in ones if the folder has none.
  /// - Throws: `PipelineError.rules` with every problem in every file.
  public static func load(directory: String) throws(PipelineError) -> LoadedCleaningRules {
    do throws(RuleError) {
      let lists = try RuleLoader.cleaningLists(directory: directory)
      return lists.map { LoadedCleaningRules(own: CleaningRules($0)) } ?? builtIn
    } catch {
      throw .rules(message: error.description)
    }
  }

  /// The lists among rule files that compiled; the built-in ones if there are none.
  static func among(_ files: [RuleFile]) -> LoadedCleaningRules {
    // Compiling has checked them.
    guard let lists = try? CleaningWordLists.read(RuleLibrary(files)) else { return builtIn }
    return LoadedCleaningRules(own: CleaningRules(lists))
  }
}
