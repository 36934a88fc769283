package enum TokenizationError: Error, Equatable {
  case breakRulesUnavailable(icuError: String)
}
