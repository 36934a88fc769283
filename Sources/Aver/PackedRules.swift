import AverModel
package import AverRules

/// Rules of a folder in the form in which another process of the same program takes them over: it
/// need not compile them, and does not see what becomes of the folder.
package struct PackedRules: Sendable {
  /// The compiled rules.
  package let pack: [UInt8]
  /// The files with the word lists of cleaning.
  package let cleaning: [RuleFile]

  /// Creates packed rules from their parts.
  package init(pack: [UInt8], cleaning: [RuleFile]) {
    self.pack = pack
    self.cleaning = cleaning
  }
}

extension LoadedRules {
  /// The rules for another process.
  package func packed() -> PackedRules {
    PackedRules(pack: ruleSet.packed(), cleaning: cleaningFiles)
  }

  /// Takes over the rules of another process.
  package init(packed: PackedRules) throws(PipelineError) {
    do {
      let ruleSet = try RuleSet(packed: FrozenMemory(packed.pack))
      self.init(ruleSet, files: packed.cleaning)
    } catch {
      throw .rules(message: String(describing: error))
    }
  }
}
