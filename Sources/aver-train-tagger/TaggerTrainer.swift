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
  /// How many models, each from another order of the sentences, are added up in the end.
  private static let modelCount = 4

  let lexicon: TaggerLexicon

  /// Learns from all features first, then anew from those that found a place in the model.
  func train(on treebank: Treebank) -> [UInt8] {
    var perceptron = Perceptron(lexicon: lexicon)
    perceptron.collectFeatures(of: treebank, leastCount: Self.leastFeatureCount)
    run(&perceptron, treebank, rounds: Self.firstRounds, seed: 1)
    let kept = Self.writer.placed(perceptron.rows())
    var sums = kept.map { Perceptron.Row(hash: $0.hash) }
    for seed in 1...Self.modelCount {
      perceptron.restart(with: kept.map(\.hash))
      run(&perceptron, treebank, rounds: Self.secondRounds, seed: UInt64(seed))
      for (index, row) in perceptron.rows().enumerated() { sums[index].add(row) }
    }
    return Self.writer.bytes(sums, lexicon)
  }

  private func run(
    _ perceptron: inout Perceptron,
    _ treebank: Treebank,
    rounds: Int,
    seed: UInt64
  ) {
    var shuffle = Shuffle(seed: seed)
    for round in 1...rounds {
      let order = shuffle.order(treebank.text.sentences.count)
      let right = perceptron.train(on: treebank, order: order)
      print("round \(round): \(right / 10).\(right % 10) % of the decisions right")
    }
  }
}
