import AverRuleLoading
package import AverRules

/// The rules that travel with the binary: compiled, and as text.
package enum BuiltInRules {
  /// `sha256:` and the digest of all rule files, taken when they were embedded.
  package static var digest: String { BuiltInRuleData.digest }

  /// The rules as the build compiled them, without tests and warnings.
  package static func ruleSet() throws(RulePackError) -> RuleSet {
    let text = unsafe UnsafeBufferPointer(
      start: BuiltInRuleData.pack.utf8Start,
      count: BuiltInRuleData.pack.utf8CodeUnitCount
    )
    let pack = unsafe PackText.decoded(text.span, count: BuiltInRuleData.packByteCount)
    guard let pack else { throw .notAPack }
    return try RuleSet(packed: pack, isChecked: false)
  }

  /// The rules compiled from their text, with tests and warnings, as rule authors need them.
  package static func compiled() throws(RuleError) -> RuleSet {
    try RuleLoader.compile(library(), digest: digest)
  }

  /// The word lists of cleaning, which need no rules besides.
  package static func cleaningLists() throws(RuleError) -> CleaningWordLists {
    guard let lists = try CleaningWordLists.read(library(BuiltInRuleData.cleaning)) else {
      throw RuleError(diagnostics: [], files: [])
    }
    return lists
  }

  /// The rule files.
  package static func library() -> RuleLibrary { library(BuiltInRuleData.texts) }

  private static func library(_ text: StaticString) -> RuleLibrary {
    var files: [RuleFile] = []
    let texts = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
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
}
