import AverModel
import AverSyntax

/// How well the tagger does on a treebank.
struct AccuracyReport {
  private var tokenCount = 0
  private var rightCount = 0
  private var confusions: [[Int]] = Array(
    repeating: Array(repeating: 0, count: PartOfSpeech.allCases.count),
    count: PartOfSpeech.allCases.count
  )
  private let nanosecondsPerToken: Int

  init(of model: TaggerModel, on treebank: Treebank) {
    var tagger = Tagger(model: model)
    let clock = ContinuousClock()
    var tagged = tagger.tag(treebank.text)
    let duration = clock.measure { tagged = tagger.tag(treebank.text) }
    nanosecondsPerToken = Int(duration / .nanoseconds(1)) / max(1, treebank.tags.count)
    for (gold, guess) in zip(treebank.tags, tagged.tags) {
      tokenCount += 1
      if gold == guess { rightCount += 1 }
      confusions[Int(gold.rawValue)][Int(guess.rawValue)] += 1
    }
  }

  /// Accuracy, speed and the most frequent confusions.
  var summary: String {
    let hundredths = rightCount * 10_000 / max(1, tokenCount)
    var errors: [(count: Int, text: String)] = []
    for gold in PartOfSpeech.allCases {
      for guess in PartOfSpeech.allCases where gold != guess {
        let count = confusions[Int(gold.rawValue)][Int(guess.rawValue)]
        errors.append((count, "\(gold.universalTag) as \(guess.universalTag) \(count)"))
      }
    }
    let worst = errors.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(12)
    return """
      \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) % of \(tokenCount) \
      tokens right, \(nanosecondsPerToken) ns a token; \(worst.map(\.text).joined(separator: ", "))
      """
  }
}
