import AverModel
import AverRules
import AverTestSupport
import Foundation

@testable import AverCleaning

extension Cleaner {
  private static let rules = Result {
    let folder = RepositoryLayout.root + "/Rules/"
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder + CleaningWordLists.folder
    ).sorted().map { name in
      let path = CleaningWordLists.folder + name
      return RuleFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: folder + path))))
    }
    guard let lists = try CleaningWordLists.read(RuleLibrary(files)) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return CleaningRules(lists)
  }

  /// A cleaner with the lists under `Rules/cleaning`.
  static func builtIn() throws -> Cleaner {
    let rules = try rules.get()
    return Cleaner(rules: rules)
  }
}
