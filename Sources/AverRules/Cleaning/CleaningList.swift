/// The lists of words that cleaning judges pages by.
///
/// Their names in the files under `Rules/cleaning` are written with underscores: `body_class`.
package enum CleaningList: Int, CaseIterable, Sendable {
  case foreignClass, boilerplateClass, concealedClass, weakClass
  case wrapperClass, negationClass, frameClass, builderClass, entryClass, bodyClass, headClass
  case teaser, ending, appeal, dateline, invitation, newsletter
  case january, february, march, april, may, june
  case july, august, september, october, november, december
  case publicationLabel, changeLabel, otherDate, dateClass, changeClass
  case publicationMeta, changeMeta, publicationKey
  case byline, bylineEnd, noAuthor, authorClass, authorFrame, authorMeta, biographyVerb

  /// What the entries of a list are.
  package enum EntryForm: Sendable {
    /// One word of letters in lower case.
    case word
    /// Words in lower case.
    case phrase
    /// A name as pages write it, without white space.
    case key
  }

  /// What its entries are.
  package var form: EntryForm {
    switch self {
    case .foreignClass, .boilerplateClass, .concealedClass, .weakClass, .wrapperClass,
      .negationClass, .frameClass, .builderClass, .entryClass,
      .bodyClass, .headClass, .dateClass, .changeClass, .authorClass,
      .authorFrame:
      .word
    case .publicationMeta, .changeMeta, .publicationKey, .authorMeta: .key
    default: .phrase
    }
  }

  /// The name in rule files.
  package var name: String {
    var name = ""
    for character in "\(self)" {
      if character.isUppercase { name += "_" }
      name += character.lowercased()
    }
    return name
  }

  /// The lists of the months, January first.
  package static let months: [CleaningList] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
    .november, .december,
  ]
}
