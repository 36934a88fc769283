import Aver
import AverRuleLoading
import AverRules

/// Where a rule set comes from: a folder, a revision of git, or the program itself.
enum RuleSource {
  /// The rules that travel with the program.
  case builtIn
  /// A folder of rule files.
  case folder(String)
  /// A folder in a revision, as git names it: `main:Rules`.
  case revision(String)

  /// What the command line calls the built-in rules.
  static let builtInName = "built-in"

  /// Reads an argument: `built-in`, a folder, or a revision with or without `:FOLDER`.
  init(_ argument: String) {
    if argument == RuleSource.builtInName {
      self = .builtIn
    } else if (try? FileStatus(of: RawPath(argument), followingLinks: true))?.kind == .folder {
      self = .folder(argument)
    } else {
      self = .revision(argument.contains(":") ? argument : argument + ":Rules")
    }
  }

  /// What to call it in reports.
  var name: String {
    switch self {
    case .builtIn: RuleSource.builtInName
    case .folder(let path): path
    case .revision(let name): name
    }
  }

  /// Reads the rule files.
  ///
  /// - Throws: `CommandFailure` with what git or the system said.
  func library() throws(CommandFailure) -> RuleLibrary {
    switch self {
    case .builtIn: return BuiltInRules.library()
    case .folder(let path):
      do throws(RuleError) {
        return try RuleLoader.library(in: path)
      } catch {
        throw CommandFailure(error.description)
      }
    case .revision(let name): return try Self.library(revision: name)
    }
  }

  private static func library(revision name: String) throws(CommandFailure) -> RuleLibrary {
    let answer: (status: Int32, output: [UInt8])
    do throws(SystemError) {
      answer = try ChildProcess.run(["git", "archive", "--format=tar", name])
    } catch {
      throw CommandFailure("git cannot be run: \(error.message); name a folder of rule files")
    }
    guard answer.status == 0, let files = TarArchive.files(in: answer.output) else {
      throw CommandFailure(
        "'\(name)' is neither a folder nor a folder in a revision of git; "
          + "write a folder, 'built-in', 'REVISION' (for its 'Rules') or 'REVISION:FOLDER'"
      )
    }
    let kinds = [".aver", ".tsv", ".txt"]
    return RuleLibrary(
      files.filter { file in kinds.contains { file.path.hasSuffix($0) } }
        .map { RuleFile(path: $0.path, bytes: $0.bytes) }
    )
  }
}
