/// A word of the closed vocabulary: the words that rules and lists mention, folded to lower case.
///
/// Every other word of a text has the symbol `unknown`; no rule can ask for it by name.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  /// The index into the vocabulary; 0 for a word that is not in it.
  public let index: UInt32

  /// Creates a symbol from its index.
  public init(index: UInt32) { self.index = index }

  /// A word that no rule mentions.
  public static let unknown = Symbol(index: 0)

  /// Whether some rule or list mentions the word.
  public var isKnown: Bool { index != 0 }
}
