/// Where spaces stand between the tokens of a line.
enum TokenSpacing {
  case pattern
  /// The first line of a rule: its name, its type, its roles.
  case header
  /// Further lines of roles.
  case roles
  /// `role: PATTERN`
  case filler
  case value
  case test

  func hasSpace(before index: Int, in tokens: [RuleToken]) -> Bool {
    let token = tokens[index].kind
    let last = tokens[index - 1].kind
    if token == .sign(")") || token == .sign(",") || last == .sign("(") { return false }
    switch self {
    case .pattern, .filler: return inPattern(index, tokens)
    case .header, .roles:
      if token == .sign(":") { return self == .header && index == 1 }
      return token != .sign("(") && token != .sign("?")
    case .value:
      if token == .sign("(") { return Self.isSign(last) }
      return true
    case .test:
      // `type(role: "A")`, `amount=3`
      if token == .sign("(") { return Self.isSign(last) }
      return token != .sign(":") && token != .sign("=") && last != .sign("=")
    }
  }

  private func inPattern(_ index: Int, _ tokens: [RuleToken]) -> Bool {
    let token = tokens[index].kind
    let last = tokens[index - 1].kind
    if Self.isRepetition(token) { return index == 0 || last == .sign("|") }
    if token == .sign(":") { return false }
    // `name:atom`, but `role: PATTERN` at the start of a filler.
    if last == .sign(":") { return self == .filler && index == 2 }
    return true
  }

  private static func isRepetition(_ kind: RuleToken.Kind) -> Bool {
    switch kind {
    case .sign("?"), .sign("*"), .sign("+"), .counts: true
    default: false
    }
  }

  private static func isSign(_ kind: RuleToken.Kind) -> Bool {
    if case .sign = kind { return true }
    return false
  }
}
