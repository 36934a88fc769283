/// The text of a new rule with tests that pass, to be changed by its author.
package enum RuleSkeleton {
  package enum Kind: String, CaseIterable, Sendable {
    case list
    case entity
    case relation
  }

  /// The text of a rule file.
  ///
  /// - Parameters:
  ///   - kind: A list of names with its entity, an entity with a pattern, or a relation with a frame.
  ///   - name: The name of the rule, such as `org.ship` or `purchase`.
  ///   - makesOrganizations: Whether other rules make mentions of type ORG; if not, the file of a relation
  ///     has a list of them.
  /// - Returns: Declarations that `check` finds nothing wrong with.
  package static func text(_ kind: Kind, name: String, makesOrganizations: Bool) -> String {
    let plain = String(name.map { $0 == "." || $0 == "-" ? "_" : $0 })
    let type = String((plain.split(separator: "_").last ?? "THING").uppercased())
    switch kind {
    case .list:
      return """
        # Names, one entry after another; a longer list goes into a file of its own (`from "names.txt"`).
        list \(plain) = dry dock | slipway

        entity \(name) : \(type)
          match   @\(plain)
          test    "They met at the dry dock." => "dry dock"
          test    "They met at the dock." => none

        """
    case .entity:
      return """
        # What it looks like, with the tests that say so.
        entity \(name) : \(type)
          match   [cap & not first]{1,3} harbour
          test    "They met at Blue harbour." => "Blue harbour"
          test    "They met at a harbour." => none

        """
    case .relation:
      let names =
        makesOrganizations
        ? ""
        : """
        list \(plain)_party = Marlin Corp. | Finch Ltd.

        entity \(name).party : ORG
          match   @\(plain)_party
          test    "Marlin Corp. grew." => "Marlin Corp."
          test    "It grew." => none


        """
      return names + """
        # Who does what to whom: change the words, the roles and the tests.
        relation \(name) : \(plain)(agent: ORG, object: ORG)
          verbs   acquire
          nouns   acquisition
          frame   agent VERB object
          frame   agent NOUN object
          statement "{agent} acquire~ {object}"
          test    "Marlin Corp. acquired Finch Ltd."
                    => \(plain)(agent: "Marlin Corp.", object: "Finch Ltd.") completed via active
          test    "Marlin Corp. acquired a taste for tea." => none

        """
    }
  }
}
