import Aver
import AverEvaluation
import AverModel
import Synchronization

/// One side of a difference: where the claims of its documents come from.
struct DifferenceSide: Sendable {
  /// What to call it.
  let name: String
  /// The rules that make claims; nil for a snapshot, which only knows those it has.
  let rules: LazyRules?
  /// Claims that are known already, by document.
  let known: [String: ClaimSection]

  /// The digest of the rules, or of the snapshot's.
  let digest: String
}

/// Makes the claims of documents under two rule sets.
struct DifferenceWorker: ~Copyable {
  /// A pipeline behind a reference, so that there may be none yet.
  private final class Reader {
    var pipeline: Pipeline

    init(_ rules: LoadedRules) throws(PipelineError) { pipeline = try Pipeline(rules: rules) }
  }

  private let sides: [DifferenceSide]
  private let translation: LazyTranslation
  private var readers: [Reader?]

  init(sides: [DifferenceSide], translation: LazyTranslation) {
    self.sides = sides
    self.translation = translation
    readers = sides.map { _ in nil }
  }

  /// Appends one section a side.
  mutating func work(
    _ document: SourceDocument,
    _ output: inout BatchOutput
  ) throws(PipelineError) {
    let key = document.claimKey
    var analyzed: AnalyzedText?
    var linesOfRules: [String: [UInt8]] = [:]
    for index in sides.indices {
      let side = sides[index]
      var lines: [UInt8] = []
      if let known = side.known[key]?.lines ?? linesOfRules[side.digest] {
        lines = known
      } else if let rules = side.rules {
        let reader: Reader
        if let known = readers[index] { reader = known } else { reader = try Reader(rules.rules()) }
        readers[index] = reader
        let text = try reader.pipeline.clean(document)
        let own: AnalyzedText
        if let analyzed, let translated = try translation.value()?.translated(analyzed, of: text) {
          own = translated
        } else {
          own = reader.pipeline.analyze(try reader.pipeline.tokenize(text))
        }
        analyzed = own
        let mentions = reader.pipeline.mentions(in: own)
        let claims = reader.pipeline.claims(of: reader.pipeline.link(own, mentions: mentions))
        for claim in claims { lines += Array((ClaimLine(claim, in: text).line + "\n").utf8) }
        linesOfRules[side.digest] = lines
      }
      ClaimSection(key: key, document: document.identifier, lines: lines).write(to: &output.bytes)
    }
  }
}

/// The way from the old rules' words to the new ones', found when a document first needs both.
final class LazyTranslation: Sendable {
  private let sides: [LazyRules]
  private let found = Mutex<TextTranslation??>(nil)

  init(_ sides: [DifferenceSide]) { self.sides = sides.compactMap(\.rules) }

  /// The translation; nil if the two analyze texts differently.
  func value() throws(PipelineError) -> TextTranslation? {
    if let known = found.withLock({ $0 }) { return known }
    guard sides.count == 2 else { return nil }
    let made = TextTranslation(from: try sides[0].rules(), to: try sides[1].rules())
    found.withLock { $0 = .some(made) }
    return made
  }
}

/// Runs a corpus under two rule sets.
struct DifferenceRun {
  let old: DifferenceSide
  let new: DifferenceSide
  let documents: DocumentRun

  /// What a run gave.
  struct Result {
    var difference = RuleSetDifference()
    /// The claims under either rule set, in the order of the documents.
    var sections: [[ClaimSection]] = [[], []]
    var failureCount = 0
  }

  /// Runs the corpus.
  ///
  /// - Throws: `CommandFailure` if rules cannot be used.
  func run() async throws(CommandFailure) -> Result {
    let sides = [old, new]
    // Two rule sets compile side by side, before the first document waits for both.
    await withTaskGroup(of: Void.self) { group in
      for side in sides where side.known.isEmpty {
        group.addTask { _ = try? side.rules?.rules() }
      }
    }
    for side in sides where side.known.isEmpty {
      do throws(PipelineError) { _ = try side.rules?.rules() } catch {
        throw CommandFailure(error.description)
      }
    }
    let translation = LazyTranslation(sides)
    var result = Result()
    let (_, totals) = try await documents.run(
      makeWorker: { () throws(PipelineError) in
        DifferenceWorker(sides: sides, translation: translation)
      },
      work: { document, worker, output throws(PipelineError) in
        try worker.work(document, &output)
      },
      take: { bytes throws(CommandFailure) in
        guard let sections = ClaimSection.sections(in: bytes) else {
          preconditionFailure("sections are read as they were written")
        }
        for pair in stride(from: 0, to: sections.count - 1, by: 2) {
          result.difference.add(old: sections[pair], new: sections[pair + 1])
          result.sections[0].append(sections[pair])
          result.sections[1].append(sections[pair + 1])
        }
      }
    )
    result.failureCount = totals.failureCount
    return result
  }
}
