/// Whether a line of a page is part of the article, and why.
package enum LineVerdict: Sendable, Hashable {
  /// It stands in the element that holds the article.
  case kept
  /// The element chosen first had too little text, and this line reads like running text.
  case keptBySecondChance
  /// It stands in the data of a page that shows no article.
  case recorded
  /// It stands in an element that is no part of an article.
  case excluded(Exclusion)
  /// It stands outside the element that holds the article.
  case outside
  /// It has no words.
  case wordless
  /// It is nothing but a link.
  case link
  /// It is nothing but a date.
  case date
  /// It says the title again.
  case title
  /// It says who wrote the article.
  case byline
  /// It says who the author is.
  case biography
  /// It leads to another article.
  case teaser
  /// It asks the reader for something.
  case appeal
  /// It says when something was published or by whom a picture is.
  case dateline
  /// It says what another line says.
  case repeated
  /// It stands behind the line that ends the article.
  case behindEnd

  /// Whether the line is part of the article.
  package var isKept: Bool { [.kept, .keptBySecondChance, .recorded].contains(self) }

  /// A word for it, for records.
  package var name: String {
    switch self {
    case .kept: "kept"
    case .keptBySecondChance: "second-chance"
    case .recorded: "in-data"
    case .excluded(.suspected): "likely-class-name"
    case .excluded(.named): "class-name"
    case .excluded(.structural): "element"
    case .excluded(.foreign): "foreign-class-name"
    case .excluded(.hidden): "hidden"
    case .excluded: "never-text"
    case .outside: "outside"
    case .wordless: "no-words"
    case .link: "all-link"
    case .date: "all-date"
    case .title: "title"
    case .byline: "byline"
    case .biography: "biography"
    case .teaser: "teaser"
    case .appeal: "appeal"
    case .dateline: "dateline"
    case .repeated: "repeated"
    case .behindEnd: "behind-end"
    }
  }
}
