/// The keys of a document's names, each made once.
struct NameKeys {
  private let suffixes: Set<String>
  private var keys: [String: NameKey] = [:]
  private var fullKeys: [String: NameKey] = [:]

  /// - Parameter suffixes: Folded legal suffixes, without stops.
  init(suffixes: Set<String>) { self.suffixes = suffixes }

  /// The key of a name, without its legal suffix.
  mutating func key(of name: String) -> NameKey {
    if let known = keys[name] { return known }
    let key = NameKey(name, suffixes: suffixes)
    keys[name] = key
    return key
  }

  /// The key of a name with its legal suffix.
  mutating func fullKey(of name: String) -> NameKey {
    if let known = fullKeys[name] { return known }
    let key = NameKey(name, suffixes: [])
    fullKeys[name] = key
    return key
  }
}
