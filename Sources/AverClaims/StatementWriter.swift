import AverModel

/// Writes a claim as one plain sentence, from the template of its type.
///
/// The template's verb, `{acquire|acquired}`, takes the form that status and polarity ask for.
struct StatementWriter {
  let template: String
  let status: ClaimStatus
  let polarity: Polarity
  /// The words of the fillers of a role; empty if it has none.
  let words: (_ role: String) -> [String]

  /// The sentence; nil if a role outside of `[ ]` is empty.
  func sentence() -> String? {
    var result = ""
    var optional: String?
    var isWhole = true
    var isPlural = false
    var rest = template[...]
    func add(_ text: some StringProtocol) {
      if optional == nil { result += text } else { optional? += text }
    }
    // Marks are ASCII, so that they may be looked for among bytes.
    while let mark = rest.utf8.firstIndex(where: Self.isMark) {
      add(rest[..<mark])
      let sign = rest.utf8[mark]
      rest = rest[rest.utf8.index(after: mark)...]
      switch sign {
      case UInt8(ascii: "["): (optional, isWhole) = ("", true)
      case UInt8(ascii: "]"):
        if isWhole { result += optional ?? "" }
        optional = nil
      default:
        guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let name = rest[..<end]
        rest = rest[rest.utf8.index(after: end)...]
        if let bar = name.utf8.firstIndex(of: UInt8(ascii: "|")) {
          add(verb(name[..<bar], name[name.utf8.index(after: bar)...], isPlural: isPlural))
        } else {
          let fillers = words(String(name))
          if fillers.isEmpty, optional == nil { return nil }
          if fillers.isEmpty { isWhole = false }
          if result.isEmpty { isPlural = fillers.count > 1 }
          add(Self.joined(fillers))
        }
      }
    }
    result += rest
    return result.hasSuffix(".") ? result : result + "."
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private func verb(
    _ base: some StringProtocol,
    _ past: some StringProtocol,
    isPlural: Bool
  ) -> String {
    let be = isPlural ? "are" : "is"
    return switch (status, polarity) {
    case (.completed, .affirmed): base == "be" && isPlural ? "were" : String(past)
    case (.completed, .negated):
      base == "be" ? (isPlural ? "were not" : "was not") : "did not \(base)"
    case (.planned, .affirmed): "\(be) to \(base)"
    case (.planned, .negated): "\(be) not to \(base)"
    case (.inTalks, .affirmed): "\(be) in talks to \(base)"
    case (.inTalks, .negated): "\(be) not in talks to \(base)"
    case (.possible, .affirmed): "may \(base)"
    case (.possible, .negated): "may not \(base)"
    case (.ended, .affirmed): "will no longer \(base)"
    case (.ended, .negated): "will still \(base)"
    }
  }

  private static func joined(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
