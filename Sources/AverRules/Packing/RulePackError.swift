/// Why bytes cannot be read as a rule pack.
package enum RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// They do not begin as a pack does.
  case notAPack
  /// They were written in another version of the form.
  case wrongVersion(found: Int)
  /// They end early, fail their checksum, or point outside themselves.
  case damaged(at: Int)

  package var description: String {
    switch self {
    case .notAPack: "this is no rule pack; build the program again"
    case .wrongVersion(let found):
      "the rule pack has version \(found), not \(PackLayout.version); build the program again"
    case .damaged(let position):
      "the rule pack is damaged near byte \(position); build the program again"
    }
  }
}
