import AverModel
import AverSyntax

/// An averaged perceptron over hashed features, in integers only, so that training is repeatable.
struct Perceptron {
  private let lexicon: TaggerLexicon
  private var places: [UInt64: Int32] = [:]
  private var hashes: [UInt64] = []
  private var weights: [Int32] = []
  private var totals: [Int64] = []
  private var changed: [Int32] = []
  private var step: Int32 = 1

  init(lexicon: TaggerLexicon) { self.lexicon = lexicon }

  /// A feature with its averaged weights, in units of 1/256.
  struct Row {
    let hash: UInt64
    var weights = Array(repeating: 0, count: TagClass.count)
    var mass: Int { weights.reduce(0) { $0 + abs($1) } }

    /// Adds the weights of the same feature in another model.
    mutating func add(_ other: Row) {
      for lane in weights.indices { weights[lane] += other.weights[lane] }
    }
  }

  /// Makes a row for each feature of the treebank's gold sequences that occurs often enough.
  mutating func collectFeatures(of treebank: Treebank, leastCount: Int) {
    var counts: [UInt64: Int] = [:]
    visit(treebank) { _, gold, hashes in
      for hash in hashes {
        let count = (counts[hash] ?? 0) + 1
        counts[hash] = count
        if count == leastCount { self.addRow(hash) }
      }
      return gold
    }
  }

  /// Keeps only these features and begins anew.
  mutating func restart(with features: [UInt64]) {
    places = [:]
    hashes = []
    weights = []
    totals = []
    changed = []
    step = 1
    for hash in features { addRow(hash) }
  }

  /// Goes through the treebank once, in the order given, and learns from each wrong decision.
  ///
  /// - Returns: How many of the decisions were right, in tenths of a percent.
  mutating func train(on treebank: Treebank, order: [Int]) -> Int {
    var decisions = 0
    var right = 0
    visit(treebank, order: order) { _, gold, hashes in
      let rows = hashes.compactMap { self.places[$0] }
      let guess = self.bestClass(rows)
      decisions += 1
      if guess == gold { right += 1 } else { self.update(rows, right: gold, wrong: guess) }
      self.step += 1
      return guess
    }
    return right * 1000 / max(1, decisions)
  }

  /// The averaged weights of all features.
  mutating func rows() -> [Row] {
    (0..<hashes.count).map { place in
      let base = place * TagClass.count
      return Row(
        hash: hashes[place],
        weights: (base..<(base + TagClass.count)).map { lane in
          settle(lane)
          return Int(totals[lane] * 256 / Int64(step))
        }
      )
    }
  }

  private mutating func addRow(_ hash: UInt64) {
    places[hash] = Int32(hashes.count)
    hashes.append(hash)
    weights.append(contentsOf: repeatElement(0, count: TagClass.count))
    totals.append(contentsOf: repeatElement(0, count: TagClass.count))
    changed.append(contentsOf: repeatElement(0, count: TagClass.count))
  }

  private func bestClass(_ rows: [Int32]) -> TagClass {
    var scores = SIMD16<Int32>()
    for row in rows {
      let base = Int(row) * TagClass.count
      for lane in 0..<TagClass.count { scores[lane] &+= weights[base + lane] }
    }
    var best = 0
    for lane in 1..<TagClass.count where scores[lane] > scores[best] { best = lane }
    return TagClass.allCases[best]
  }

  private mutating func update(_ rows: [Int32], right: TagClass, wrong: TagClass) {
    for row in rows {
      change(Int(row) * TagClass.count + Int(right.rawValue), by: 1)
      change(Int(row) * TagClass.count + Int(wrong.rawValue), by: -1)
    }
  }

  private mutating func change(_ lane: Int, by amount: Int32) {
    settle(lane)
    weights[lane] += amount
  }

  /// Brings the total of a weight up to the present step.
  private mutating func settle(_ lane: Int) {
    totals[lane] += Int64(step - changed[lane]) * Int64(weights[lane])
    changed[lane] = step
  }

  /// Calls `decide` for each token that needs the model; what it returns is the history.
  private func visit(
    _ treebank: Treebank,
    order: [Int]? = nil,
    _ decide: (Int, TagClass, [UInt64]) -> TagClass
  ) {
    var words: [WordFeatures] = []
    var hashes = Array(repeating: UInt64(0), count: TaggerContext.featureCount)
    for sentence in order ?? Array(treebank.text.sentences.indices) {
      let range = treebank.text.sentences[sentence].tokens
      SentenceReader.read(range, of: treebank.text, lexicon, into: &words)
      var history = TagHistory()
      for token in range.indices {
        let index = token - range.start + 2
        let word = words[index]
        let traits = treebank.text.tokens[token]
        if let tag = PlainTokenTag.tag(of: traits, word, words[index - 1], words[index + 1]) {
          history.append(tag, word)
        } else if word.entry.isCertain, let only = word.entry.firstClass {
          history.append(only, word)
        } else if let gold = treebank.classes[token] {
          history.context(of: words, index).fill(&hashes)
          history.append(decide(token, gold, hashes), word)
        } else {
          history.append(PartOfSpeech.other, word)
        }
      }
    }
  }
}
