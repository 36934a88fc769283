import Aver
import AverEvaluation
import AverModel
import AverRuleFuzzing
import AverRuleLoading
import AverRules

/// What rules cost: many rules with rare triggers, and patterns with many gaps.
struct RuleCost {
  let documents: [SourceDocument]
  let time: Duration

  func run() throws {
    try manyRules(beginsOpen: false)
    try manyRules(beginsOpen: true)
    try gapChain(gap: 8)
    try gapChain(gap: 40)
  }

  /// The built-in rules with 200 and with 10,000 further ones whose triggers are rare.
  ///
  /// - Parameter beginsOpen: Whether every further pattern can begin at any word with a capital; else each
  ///   begins with its rare word.
  /// - Throws: Whatever compiling and reading throw.
  private func manyRules(beginsOpen: Bool) throws {
    let rareWords = rareWords()
    let counts = [200, 1_000, 10_000]
    var results: [(count: Int, extraction: Double, all: Double)] = []
    for count in counts {
      let start = ContinuousClock.now
      let rules = try rules(count, rareWords, beginsOpen)
      let compiling = ContinuousClock.now - start
      let result = try StageBenchmark(rules: rules).run(documents, for: time)
      results.append(
        (count, result.best[.extraction].seconds, result.best.total.seconds)
      )
      print(
        "\(count) further rules: extraction \(result.best[.extraction].milliseconds) ms, "
          + "all stages \(result.best.total.milliseconds) ms, compiling \(compiling.milliseconds) ms"
      )
    }
    let (few, many) = (results[0], results[results.count - 1])
    print(
      "\(many.count) rules against \(few.count), "
        + (beginsOpen
          ? "patterns that can begin at any capital" : "patterns that begin with their word")
        + ": extraction "
        + "\(percent(many.extraction / few.extraction - 1)), "
        + "all stages \(percent(many.all / few.all - 1)); \(rareWords.count) trigger words stand "
        + "once in the documents"
    )
  }

  private func percent(_ ratio: Double) -> String {
    let tenths = Int((ratio * 1000).rounded())
    return (tenths < 0 ? "-" : "+") + "\(abs(tenths) / 10).\(abs(tenths) % 10)%"
  }

  /// Words that stand exactly once in all documents, in alphabetical order.
  private func rareWords() -> [String] {
    var counts: [String: Int] = [:]
    for document in documents {
      for word in String(decoding: document.bytes, as: UTF8.self).split(separator: " ")
      where word.count >= 7 && word.allSatisfy({ $0.isASCII && $0.isLowercase }) {
        counts[String(word), default: 0] += 1
      }
    }
    return counts.filter { $0.value == 1 }.keys.sorted().prefix(200).map { $0 }
  }

  private func rules(
    _ count: Int,
    _ rareWords: [String],
    _ beginsOpen: Bool
  ) throws -> LoadedRules {
    var text = ""
    for number in 0..<count {
      // One rule in fifty has a word that the documents hold, the others wait for one in vain.
      let word =
        number % 50 == 0 && !rareWords.isEmpty
        ? rareWords[number / 50 % rareWords.count] : "zq" + letters(number)
      let pattern = beginsOpen ? "[cap]{1,3} \(word) MONEY?" : "\(word) [cap]{1,3}"
      text += "entity cost.rule\(number) : PRODUCT\n  match \(pattern)\n"
    }
    let files = BuiltInRules.library().files + [RuleFile(path: "cost.aver", text: text)]
    let library = RuleLibrary(files)
    return LoadedRules(try RuleLoader.compile(library, digest: "cost"))
  }

  /// A number as letters, so that no tokenizer cuts it.
  private func letters(_ number: Int) -> String {
    var rest = number
    var result = ""
    repeat {
      result.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
      rest /= 26
    } while rest > 0
    return result + "zq"
  }

  /// A chain of eight gaps over a text in which it nearly matches everywhere and never does.
  private func gapChain(gap: Int) throws {
    let words = ["a", "b", "c", "d", "e", "f", "g", "h"]
    let pattern = (words + ["i"]).joined(separator: " ..\(gap) ")
    let text = "entity chain : PERSON\n  match \(pattern)\n"
    let file = RuleFile(path: "chain.aver", text: text)
    let rules = try RuleCompiler.compile(RuleLibrary([file]), digest: "chain") { texts, _ in
      texts.map { $0.split(separator: " ").map(String.init) }
    }
    var points: [(size: Double, cost: Double)] = []
    var line = "8 gaps of up to \(gap):"
    for size in [250, 500, 1_000, 2_000, 4_000] {
      var random = PatternGenerator.Random(seed: size)
      // A sentence is cut at its limit, so that a longer text is several sentences.
      var sentences: [String] = []
      for start in stride(from: 0, to: size, by: 1_000) {
        var sentence = (start..<min(size, start + 1_000)).map { _ in random.pick(words) }
        // The last word of the pattern stands in front, where it does not help: the pattern is tried.
        sentence[0] = "i"
        sentences.append(sentence.joined(separator: " "))
      }
      let cost = try self.cost(of: sentences, rules).seconds
      points.append((Double(size), cost))
      line += " \(size) words \(Int(cost * 1e6)) µs,"
    }
    let exponents = [points.prefix(3), points[...], points.suffix(3)].map {
      GrowthExponent.fit(Array($0)).map { decimal($0) } ?? "-"
    }
    print(
      line + " exponent \(exponents[1]) (in one sentence \(exponents[0]), from 1,000 words on "
        + "\(exponents[2]))"
    )
  }

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100)."
      + String(repeating: "0", count: 2 - digits.count) + digits
  }

  private func cost(of sentences: [String], _ rules: RuleSet) throws -> Duration {
    let texts = sentences.map { SpacedText.analyzed($0, rules) }
    var best = Duration.seconds(1_000)
    for _ in 0..<15 {
      var matches = 0
      let start = ContinuousClock.now
      for text in texts {
        let input = SentenceInput(text: text, rules: rules)
        input.load(TokenRange(0, text.tokenized.tokens.count))
        var machine = PatternMachine(rules: rules)
        machine.forEachMatch(of: rules.entityRules[0].patterns[0], in: input) { _ in matches += 1 }
      }
      best = min(best, ContinuousClock.now - start)
      precondition(matches == 0, "the text is made so that the pattern never matches")
    }
    return best
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// The duration in whole milliseconds.
  var milliseconds: Int { Int((seconds * 1_000).rounded()) }
}
