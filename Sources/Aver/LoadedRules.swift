import AverModel
import AverRuleLoading
package import AverRules
import AverSyntax

/// Rules, checked and compiled, shared by all documents of a run.
public struct LoadedRules: Sendable {
  package let ruleSet: RuleSet
  let cleaning: LoadedCleaningRules
  /// The files with the word lists of cleaning; none if these are built in.
  let cleaningFiles: [RuleFile]

  package init(_ ruleSet: RuleSet) { self.init(ruleSet, files: ruleSet.files) }

  /// Creates rules whose word lists of cleaning stand in files.
  init(_ ruleSet: RuleSet, files: [RuleFile]) {
    self.ruleSet = ruleSet
    cleaningFiles = files.filter { $0.path.hasPrefix(CleaningWordLists.folder) }
    cleaning = .among(files)
  }

  /// `sha256:` and the digest of all rule files, paths and contents.
  public var digest: String { ruleSet.digest }

  /// The types of claims that the rules make, in their order by name.
  public var claimTypes: [String] { ruleSet.schemas.keys.sorted() }

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

  /// Reads the rule files of a folder, and compiles them unless that has been done before.
  ///
  /// - Parameters:
  ///   - directory: The folder's path.
  ///   - known: The pack that was kept of rules with a digest; nil if none was. Damaged packs are passed over.
  ///   - keep: Takes the pack of rules that had to be compiled.
  /// - Returns: The rules.
  /// - Throws: `PipelineError.rules` with every error in every file.
  package static func load(
    directory: String,
    known: (_ digest: String) -> [UInt8]?,
    keep: (_ digest: String, _ pack: [UInt8]) -> Void
  ) throws(PipelineError) -> LoadedRules {
    do {
      let library = try RuleLoader.library(in: directory)
      let digest = library.digest()
      if let pack = known(digest), let rules = try? RuleSet(packed: FrozenMemory(pack)),
        rules.digest == digest
      {
        return LoadedRules(rules, files: library.files)
      }
      let rules = try RuleLoader.compile(library, digest: digest)
      keep(digest, rules.packed())
      return LoadedRules(rules)
    } catch {
      throw .rules(message: String(describing: error))
    }
  }
}
