import Aver
import AverModel
import AverReports
import Synchronization

/// The clean texts of documents, read anew from their files, by digest.
final class ArticleTexts: Sendable {
  private let wanted: Set<String>
  private let texts = Mutex<[String: [UInt8]]>([:])

  /// Creates an empty store.
  ///
  /// - Parameter wanted: The digests of the texts that are of use.
  init(wanted: Set<String>) { self.wanted = wanted }

  /// Reads files and keeps the texts whose digests are wanted.
  ///
  /// - Throws: `CommandFailure` if nothing can be read.
  func read(_ paths: [String], _ options: CorpusOptions) async throws(CommandFailure) {
    let run = DocumentRun(options, paths: paths, isQuiet: true)
    _ = try await run.run(
      makeWorker: { () throws(PipelineError) in DocumentCleaner(rules: .builtIn) },
      work: { [self] document, cleaner, _ throws(PipelineError) in
        let clean = try cleaner.clean(document)
        let digest = SHA256.name(of: clean.bytes)
        if wanted.contains(digest) { texts.withLock { $0[digest] = clean.bytes } }
      },
      take: { _ throws(CommandFailure) in }
    )
  }

  /// The text with a digest; nil if no file gave it.
  func text(_ digest: String) -> [UInt8]? { texts.withLock { $0[digest] } }

  /// How many of the wanted texts are missing.
  var missingCount: Int { wanted.count - texts.withLock { $0.count } }
}
