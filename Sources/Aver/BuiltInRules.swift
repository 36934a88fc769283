import AverModel
import AverRuleLoading
package import AverRules
private import CBuiltInRules

/// The rules that travel with the binary: compiled, and as text.
package enum BuiltInRules {
  /// `sha256:` and the digest of all rule files, taken when they were embedded.
  package static var digest: String {
    unsafe String(decoding: bytes(of: AVER_RULES_DIGEST), as: UTF8.self)
  }

  /// The rules as the build compiled them, without tests and warnings.
  package static func ruleSet() throws(RulePackError) -> RuleSet {
    let pack = unsafe FrozenMemory(permanent: bytes(of: AVER_RULES_PACK))
    return try RuleSet(packed: pack, isChecked: false)
  }

  /// The rules compiled from their text, with tests and warnings, as rule authors need them.
  package static func compiled() throws(RuleError) -> RuleSet {
    try RuleLoader.compile(library(), digest: digest)
  }

  /// The word lists of cleaning, which need no rules besides.
  package static func cleaningLists() throws(RuleError) -> CleaningWordLists {
    guard let lists = try CleaningWordLists.read(library(AVER_RULES_CLEANING)) else {
      throw RuleError(diagnostics: [], files: [])
    }
    return lists
  }

  /// The rule files.
  package static func library() -> RuleLibrary { library(AVER_RULES_TEXTS) }

  private static func library(_ part: Int) -> RuleLibrary {
    var files: [RuleFile] = []
    let texts = unsafe bytes(of: part)
    var position = 0
    while position < texts.count {
      guard unsafe texts[position] == 0x01 else { break }
      var nameEnd = position
      while nameEnd < texts.count, unsafe texts[nameEnd] != 0x0A { nameEnd += 1 }
      var end = nameEnd + 1
      while end < texts.count, unsafe texts[end] != 0x01 { end += 1 }
      files.append(
        RuleFile(
          path: unsafe String(decoding: texts[(position + 1)..<nameEnd], as: UTF8.self),
          bytes: unsafe Array(texts[(nameEnd + 1)..<end])
        )
      )
      position = end
    }
    return RuleLibrary(files)
  }

  private static func bytes(of part: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: aver_rules_bytes(Int32(part)),
      count: aver_rules_size(Int32(part))
    )
  }
}
