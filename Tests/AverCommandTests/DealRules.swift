/// A small rule set that tests start from: three firms, and who acquires whom.
enum DealRules {
  static let firms = """
    entity org.firm : ORG
      match @firm
      test "Orvel rose." => "Orvel"
      test "It rose." => none

    """

  static let relation = """
    relation deal : deal(buyer: ORG, target: ORG)
      verbs acquire
      frame buyer VERB target
      test "Orvel acquired Tamsin." => deal(buyer: "Orvel", target: "Tamsin")
      test "Orvel rose." => none

    """

  /// All of it.
  static let text = "list firm = Orvel | Tamsin | Dorn\n" + firms + relation
}
