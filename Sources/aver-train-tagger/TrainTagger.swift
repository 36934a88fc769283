import AverModel
import AverSyntax
import FoundationEssentials

/// Trains the tagger, or measures it.
///
/// `aver-train-tagger train MODEL VERBS CONLLU…` writes a model, trained on the treebanks and the
/// table of irregular verbs. `aver-train-tagger evaluate MODEL CONLLU…` prints the accuracy.
@main
struct TrainTagger {
  private static let usage = """
    usage: aver-train-tagger train MODEL IRREGULAR-VERBS CONLLU…
           aver-train-tagger evaluate MODEL CONLLU…

    """

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("train", 4...): try train(Array(arguments.dropFirst()))
    case ("evaluate", 3...): try evaluate(Array(arguments.dropFirst()))
    default: print(usage)
    }
  }

  private static func train(_ paths: [String]) throws {
    let text = try paths.dropFirst(2).map(read).joined(separator: "\n")
    let treebank = Treebank(conllu: text)
    var builder = LexiconBuilder()
    builder.add(treebank)
    builder.add(irregularVerbs: try read(paths[1]))
    let trainer = TaggerTrainer(lexicon: builder.lexicon())
    let bytes = trainer.train(on: treebank)
    try Data(bytes).write(to: URL(filePath: paths[0]))
    print("\(paths[0]): \(bytes.count) bytes")
  }

  private static func evaluate(_ paths: [String]) throws {
    guard let model = TaggerModel(bytes: Array(try Data(contentsOf: URL(filePath: paths[0]))))
    else {
      print("\(paths[0]) is no model of the tagger")
      return
    }
    for path in paths.dropFirst() {
      let report = AccuracyReport(of: model, on: Treebank(conllu: try read(path)))
      print("\(path): \(report.summary)")
    }
  }

  private static func read(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
  }
}
