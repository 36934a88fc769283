package import AverModel
import AverReports

/// A claim as one line of text, reduced to what a reader compares: no offsets, no identifiers.
///
/// Fields are parted by tabs: type, status, polarity, one `role=filler` for each filler, then
/// `@by=RULE`, `@according=NAME` and `@quote=WORDS`. Lines are what snapshots hold, so they must stay
/// readable and stable.
package struct ClaimLine: Hashable, Sendable {
  /// One role and one filler of it.
  package struct Filler: Hashable, Sendable {
    /// The role.
    package let role: String
    /// The name, the value or the words.
    package let text: String
  }

  /// The claim type.
  package let type: String
  /// Whether it has happened.
  package let status: String
  /// Whether the text says that it holds.
  package let polarity: String
  /// The fillers in the order of the roles' declaration.
  package let fillers: [Filler]
  /// The rule with its variant.
  package let rule: String
  /// Whom the text credits.
  package let attribution: [String]
  /// The sentences that state it, joined by `…`.
  package let quote: String

  /// Reduces a claim.
  package init(_ claim: Claim, in text: CleanText) {
    type = claim.type
    status = claim.status.rawValue
    polarity = claim.polarity.rawValue
    fillers = claim.roles.flatMap { role in
      role.fillers.map { filler in
        let hedge = filler.status.map { " (\($0.rawValue))" } ?? ""
        return Filler(
          role: role.name,
          text: Self.folded(FillerText.text(of: filler, in: text) + hedge)
        )
      }
    }
    rule = claim.rule.description
    attribution = claim.attribution.map { Self.folded($0.name) }
    quote = claim.evidence.map { Self.folded(text.string($0)) }.joined(separator: " … ")
  }

  /// Reads a line; nil if it is none.
  package init?(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 3 else { return nil }
    type = fields[0]
    status = fields[1]
    polarity = fields[2]
    var fillers: [Filler] = []
    var rule = ""
    var attribution: [String] = []
    var quote = ""
    for field in fields.dropFirst(3) {
      guard let equals = field.firstIndex(of: "=") else { return nil }
      let value = String(field[field.index(after: equals)...])
      switch field[..<equals] {
      case "@by": rule = value
      case "@according": attribution.append(value)
      case "@quote": quote = value
      case let role: fillers.append(Filler(role: String(role), text: value))
      }
    }
    self.fillers = fillers
    self.rule = rule
    self.attribution = attribution
    self.quote = quote
  }

  /// The line, without its end.
  package var line: String {
    var fields = [type, status, polarity]
    fields += fillers.map { "\($0.role)=\($0.text)" }
    fields.append("@by=\(rule)")
    fields += attribution.map { "@according=\($0)" }
    fields.append("@quote=\(quote)")
    return fields.joined(separator: "\t")
  }

  /// The fillers of a role, joined; empty if there are none.
  package func text(of role: String) -> String {
    fillers.filter { $0.role == role }.map(\.text).joined(separator: " + ")
  }

  /// The rule without its variant, by which reports group.
  package var ruleName: String {
    // A file's path has slashes too: the variant is what stands behind the last colon's slash.
    guard let colon = rule.lastIndex(of: ":"), let slash = rule[colon...].firstIndex(of: "/") else {
      return rule
    }
    return String(rule[..<slash])
  }

  /// What it says, in a few words: `acquisition planned acquirer=A target=B`.
  package var summary: String {
    let negation = polarity == Polarity.negated.rawValue ? " negated" : ""
    let roles = fillers.map { "\($0.role)=\($0.text)" }.joined(separator: ", ")
    return "\(type) \(status)\(negation)  \(roles)"
  }

  /// Runs of white space and control characters become one space, so that no field breaks a line.
  private static func folded(_ text: String) -> String {
    var result = ""
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
      if !isSpace {
        result.unicodeScalars.append(scalar)
      } else if !isAfterSpace {
        result.append(" ")
      }
      isAfterSpace = isSpace
    }
    if result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}
