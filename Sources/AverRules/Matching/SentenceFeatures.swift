import AverModel

/// Where in a sentence lists, mention types and words of sets stand: a bit for each token.
final class SentenceFeatures {
  /// The most 64-bit words that a sentence needs.
  static let greatestWidth = Limits.sentenceTokens / 64 + 1

  /// Features are numbered: lists from 0 on, then types, then sets of words.
  private let firstType: Int
  private let firstSet: Int
  /// Rows of the features; what stands in one counts only where its stamp is the sentence's, so that what
  /// does not occur costs nothing.
  private let rows: Scratch<UInt64>
  private let stamps: Scratch<UInt32>
  /// For each list the tokens that are an entry of it alone; its stamp counts.
  private let words: Scratch<UInt64>
  private let currentWidth = Cell(1)
  private let currentStamp = Cell<UInt32>(0)

  init(lists: Int, types: Int, wordSets: Int) {
    firstType = lists
    firstSet = lists + types
    let count = firstSet + wordSets
    rows = Scratch(room: Self.greatestWidth * count)
    stamps = Scratch(repeating: 0, count: count)
    words = Scratch(room: Self.greatestWidth * lists)
  }

  /// How many 64-bit words have a bit for each token and one for the end.
  @inline(__always)
  var width: Int { currentWidth.value }

  @inline(__always)
  private var stamp: UInt32 { currentStamp.value }

  /// Turns to a sentence of so many tokens, in which nothing is noted yet.
  func begin(tokens: Int) {
    currentWidth.value = tokens / 64 + 1
    currentStamp.value += 1
  }

  /// Notes an entry of a list; true for the first of the sentence.
  @inline(__always)
  func note(list: Int, at position: Int, isWord: Bool) -> Bool {
    let isFirst = stamps[list] != stamp
    if isFirst { for word in 0..<width { words[list * width + word] = 0 } }
    mark(list, at: position)
    if isWord { words[list * width + position / 64] |= 1 << UInt64(position & 63) }
    return isFirst
  }

  /// Notes a mention of a type; true for the first of the sentence.
  func note(type: Int, at position: Int) -> Bool {
    let isFirst = stamps[firstType + type] != stamp
    mark(firstType + type, at: position)
    return isFirst
  }

  /// Notes that a token's word is in a set of words.
  @inline(__always)
  func note(wordSet set: Int, at position: Int) { mark(firstSet + set, at: position) }

  @inline(__always)
  private func mark(_ feature: Int, at position: Int) {
    if stamps[feature] != stamp {
      stamps[feature] = stamp
      for word in 0..<width { rows[feature * width + word] = 0 }
    }
    rows[feature * width + position / 64] |= 1 << UInt64(position & 63)
  }

  /// One word of the tokens at which an entry of a list begins.
  @inline(__always)
  func entries(of list: Int, word: Int) -> UInt64 { row(list, word) }

  /// One word of the tokens that are an entry of a list alone.
  @inline(__always)
  func words(of list: Int, word: Int) -> UInt64 {
    stamps[list] == stamp ? words[list * width + word] : 0
  }

  /// One word of the tokens at which a mention of a type begins.
  @inline(__always)
  func mentions(of type: Int, word: Int) -> UInt64 { row(firstType + type, word) }

  /// One word of the tokens whose word is in a set of words.
  @inline(__always)
  func tokens(inWordSet set: Int, word: Int) -> UInt64 { row(firstSet + set, word) }

  @inline(__always)
  private func row(_ feature: Int, _ word: Int) -> UInt64 {
    stamps[feature] == stamp ? rows[feature * width + word] : 0
  }
}
