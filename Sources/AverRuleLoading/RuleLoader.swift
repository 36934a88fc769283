import AverModel
package import AverRules
import AverTokenization
import FoundationEssentials

/// Loads rules and compiles them with the tokenizer's own way to cut words.
package enum RuleLoader {
  /// The rules of a folder, compiled.
  ///
  /// - Parameter directory: The folder; its `.aver`, `.tsv` and `.txt` files are read.
  /// - Returns: The rule set.
  /// - Throws: `RuleError` with every error of all files.
  package static func load(directory: String) throws(RuleError) -> RuleSet {
    let library = try library(in: directory)
    return try compile(library, digest: library.digest())
  }

  /// Compiles rules that are at hand already.
  package static func compile(
    _ library: RuleLibrary,
    digest: String
  ) throws(RuleError) -> RuleSet {
    // Both at once: whoever mends rules wants to see every problem.
    var problems: [RuleDiagnostic] = []
    do throws(RuleError) { _ = try CleaningWordLists.read(library) } catch {
      problems = error.diagnostics
    }
    do throws(RuleError) {
      let rules = try rules(library, digest)
      guard !problems.isEmpty else { return rules }
    } catch {
      problems = error.diagnostics + problems
    }
    throw RuleError(diagnostics: problems, files: library.files)
  }

  /// The word lists for cleaning of a folder of rules; nil if it has none.
  ///
  /// - Throws: `RuleError` with every problem of the lists.
  package static func cleaningLists(
    directory: String
  ) throws(RuleError) -> CleaningWordLists? {
    let folder = directory + "/" + CleaningWordLists.folder
    guard FileManager.default.fileExists(atPath: folder) else { return nil }
    let files = try library(in: folder).files.map {
      RuleFile(path: CleaningWordLists.folder + $0.path, bytes: $0.bytes)
    }
    return try CleaningWordLists.read(RuleLibrary(files))
  }

  private static func rules(
    _ library: RuleLibrary,
    _ digest: String
  ) throws(RuleError) -> RuleSet {
    try RuleCompiler.compile(library, digest: digest) { texts, vocabulary in
      split(texts, vocabulary)
    }
  }

  /// Compiles rules and checks them for what no run would notice.
  ///
  /// - Parameter library: The rule files.
  /// - Returns: The rule set, nil if there are errors, and all findings.
  package static func check(
    _ library: RuleLibrary
  ) -> (ruleSet: RuleSet?, findings: RuleError) {
    RuleCompiler.check(library, digest: library.digest()) { texts, vocabulary in
      split(texts, vocabulary)
    }
  }

  /// The rule files of a folder.
  package static func library(in directory: String) throws(RuleError) -> RuleLibrary {
    let kinds: Set<String> = ["aver", "tsv", "txt"]
    let names: [String]
    var isFolder = false
    // The paths below a file are none, and no error.
    if FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), !isFolder {
      throw unreadable(directory, "is no folder")
    }
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: directory)
    } catch {
      throw unreadable(directory)
    }
    var files: [RuleFile] = []
    for name in names.sorted() {
      let suffix = name.split(separator: ".").last.map(String.init) ?? ""
      guard kinds.contains(suffix) else { continue }
      guard let data = FileManager.default.contents(atPath: directory + "/" + name) else {
        throw unreadable(directory + "/" + name)
      }
      files.append(RuleFile(path: name, bytes: Array(data)))
    }
    return RuleLibrary(files)
  }

  private static func unreadable(_ path: String, _ problem: String = "cannot be read") -> RuleError
  {
    let place = RulePlace(file: -1, start: 0, end: 0)
    let message = "`\(path)` \(problem)"
    let hint = "give the path of a folder with rule files"
    return RuleError(
      diagnostics: [RuleDiagnostic(.unreadableFile, message, at: place, hint: hint)],
      files: []
    )
  }

  /// Each text as the tokenizer cuts it when it stands alone.
  private static func split(_ texts: [String], _ vocabulary: Vocabulary) -> [[String]] {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for text in texts {
      let start = bytes.count
      bytes += Array(text.utf8)
      blocks.append(Block(range: ByteRange(start, bytes.count), kind: .paragraph))
      bytes += [0x0A, 0x0A]
    }
    let clean = CleanText(
      identifier: "rules",
      bytes: bytes,
      blocks: blocks,
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: []
    )
    var tokenized: TokenizedText?
    do {
      var tokenizer = try Tokenizer(vocabulary: vocabulary)
      tokenized = try tokenizer.tokenize(clean)
    } catch {
      // Without break rules no document can be read either; that error is reported there.
      return texts.map { $0.split(separator: " ").map(String.init) }
    }
    guard let tokenized else { return [] }
    var result = texts.map { _ in [String]() }
    var block = 0
    for token in tokenized.tokens {
      while block < blocks.count, token.start >= blocks[block].range.end { block += 1 }
      guard block < blocks.count else { break }
      result[block].append(clean.string(token.range))
    }
    return result
  }
}
