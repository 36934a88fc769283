import AverModel
import AverSyntax

/// The recipe: what is learned, how often, and what is kept.
struct TaggerTrainer {
  /// 2 MB: 12,400 × 8 places × 18 bytes beside the lexicon.
  private static let writer = ModelWriter(bucketCount: 12_400)
  /// A feature that occurs less often is not learned.
  private static let leastFeatureCount = 2
  private static let firstRounds = 5
  private static let secondRounds = 8

  let lexicon: TaggerLexicon

  /// Learns from all features first, then once more from those that found a place in the model.
  func train(on treebank: Treebank) -> [UInt8] {
    var perceptron = Perceptron(lexicon: lexicon)
    perceptron.collectFeatures(of: treebank, leastCount: Self.leastFeatureCount)
    run(&perceptron, treebank, rounds: Self.firstRounds)
    let kept = Self.writer.placed(perceptron.rows())
    perceptron.restart(with: kept.map(\.hash))
    run(&perceptron, treebank, rounds: Self.secondRounds)
    return Self.writer.bytes(perceptron.rows(), lexicon)
  }

  private func run(_ perceptron: inout Perceptron, _ treebank: Treebank, rounds: Int) {
    var shuffle = Shuffle(seed: 1)
    for round in 1...rounds {
      let order = shuffle.order(treebank.text.sentences.count)
      let right = perceptron.train(on: treebank, order: order)
      print("round \(round): \(right / 10).\(right % 10) % of the decisions right")
    }
  }
}
