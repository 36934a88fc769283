/// A word or sign of a declaration or clause, with its place in the file.
package struct RuleToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A bare word, number or sign: `acquire` `USD` `7.5e9` `buy~` `$`.
    case word(String)
    /// `"…"`: any case.
    case quoted(String)
    /// `'…'`: exact case.
    case exact(String)
    /// `@name`
    case reference(String)
    /// `[…]`, with the text between the brackets.
    case tests(String)
    /// `..8`
    case gap(Int)
    /// `{2,3}`
    case counts(Int, Int)
    /// One of `( ) | ? * + : = , =>`.
    case sign(String)
  }

  package let kind: Kind
  package let start: Int
  package let end: Int
}
