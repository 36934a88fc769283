/// Why a mention means the entity it does.
public enum EntityLink: String, Hashable, Sendable {
  /// The same words, but for article, legal suffix and capitals.
  case sameName = "same-name"
  /// Another name of the same in a list: `U.S.` for `United States`.
  case listedName = "listed-name"
  /// The beginning or end of a full form: `Kesterly` of `Kesterly Labs`.
  case shortForm = "short-form"
  /// A surname, a given name, or a name with and without initials.
  case samePerson = "same-person"
  /// The initials of a full form.
  case acronym
  /// A name in brackets behind the full form.
  case bracketedName = "bracketed-name"
  /// A name that the text says is another one of the same: `formerly Corvala`.
  case otherName = "other-name"
  /// `it`, `its`, `she`.
  case pronoun
  /// `the company`, `the London-based lender`, `the iPhone maker`.
  case description
  /// `its parent`, where the text says whose unit it is.
  case parent
}
