import AverModel

/// The word lists of cleaning, as the files under `Rules/cleaning` have them.
package struct CleaningWordLists: Sendable {
  /// The folder of the files, below the folder of all rules.
  package static let folder = "cleaning/"

  private var entries: [[String]] = Array(repeating: [], count: CleaningList.allCases.count)

  /// The entries of a list in order.
  package func entries(of list: CleaningList) -> [String] { entries[list.rawValue] }

  /// Reads the lists of a library.
  ///
  /// - Parameter library: Rule files, of which those in the folder for cleaning are read.
  /// - Returns: The lists; nil if the library has no file for cleaning.
  /// - Throws: `RuleError` with every problem of all files.
  package static func read(_ library: RuleLibrary) throws(RuleError) -> CleaningWordLists? {
    var lists = CleaningWordLists()
    var diagnostics: [RuleDiagnostic] = []
    var known: Set<CleaningList> = []
    var lastFile: Int?
    for (index, file) in library.files.enumerated() where file.path.hasPrefix(folder) {
      var parser = CleaningListParser(file: index, text: file.bytes)
      parser.read(known: &known)
      diagnostics += parser.diagnostics
      for (list, entry) in parser.entries { lists.entries[list.rawValue].append(entry) }
      lastFile = index
    }
    guard let lastFile else { return nil }
    let end = library.files[lastFile].bytes.count
    let missing = CleaningList.allCases.filter { !known.contains($0) }.map { "`\($0.name)`" }
    if !missing.isEmpty {
      diagnostics.append(
        RuleDiagnostic(
          .missingName,
          "no file of `\(folder)` has \(missing.joined(separator: ", "))",
          at: RulePlace(file: lastFile, start: end, end: end),
          hint: "write `list name =` for each; a list may be empty"
        )
      )
    }
    guard diagnostics.isEmpty else {
      throw RuleError(diagnostics: diagnostics, files: library.files)
    }
    return lists
  }
}
