/// Which lines of a page may be its article, and by what.
struct ContentSelection {
  /// What showed where the article is.
  enum Stage: String {
    case markedBody = "itemprop=articleBody"
    case namedBody = "a class or id for an article's text"
    case article = "an article element"
    case main = "a main element"
    case density = "most of the running text"
    case secondChance = "running text anywhere"
    case everything = "all that is shown"
  }

  let stage: Stage
  /// The elements that hold the article; empty where lines were taken from anywhere.
  let containers: [Int]
  /// Indices of the lines, in order.
  let lines: [Int]
  /// Lines before them that begin the article outside of its element, in order.
  var standfirst: [Int] = []

  /// All lines that may be the article, in order.
  var all: [Int] { standfirst.isEmpty ? lines : (standfirst + lines).sorted() }
}
