import Aver
import AverModel

/// Does a command's work for one document, whatever becomes of it.
struct DocumentProcessor<Worker: ~Copyable>: Sendable {
  /// A command's work: appends the result of a document.
  typealias Work =
    @Sendable (SourceDocument, inout Worker, inout BatchOutput) throws(PipelineError) -> Void

  let reader: DocumentReader
  /// Whether results are text for people, in which errors have no records.
  let isText: Bool
  /// Whether outcomes name the digest of what was read.
  let wantsDigest: Bool
  let work: Work

  func outcome(of task: WorkerTask, _ worker: inout Worker) -> DocumentOutcome {
    var outcome = DocumentOutcome()
    outcome.output.documentCount = 1
    do throws(DocumentFailure) {
      if wantsDigest, case .line(let bytes, _, _) = task.item {
        outcome.digest = SHA256.digest(bytes)
      }
      let document = try reader.document(for: task.item)
      outcome.identifier = document.identifier
      if wantsDigest {
        if outcome.digest.isEmpty { outcome.digest = task.item.digest(of: document) }
        if task.known.contains(outcome.digest) {
          outcome.isKnown = true
          return outcome
        }
      }
      TestFault.happen(at: document.identifier)
      if document.bytes.isEmpty {
        outcome.output.messages.append("\(document.identifier): it is empty")
      }
      do throws(PipelineError) {
        try work(document, &worker, &outcome.output)
      } catch {
        throw DocumentFailure(
          identifier: document.identifier,
          code: error.code,
          message: error.description
        )
      }
      return outcome
    } catch {
      var failed = DocumentOutcome(error, isText: isText)
      failed.digest = outcome.digest
      failed.isKnown = task.known.contains(outcome.digest)
      return failed
    }
  }
}

extension DocumentItem {
  /// The digest of a document: for a file that of its contents, else that of all that was said of it.
  fileprivate func digest(of document: SourceDocument) -> [UInt8] {
    if case .file = self { return SHA256.digest(document.bytes) }
    var digest = SHA256()
    let members = [
      document.identifier, document.address, document.title, document.date, document.fetchDate,
      document.declaredEncoding,
    ]
    for member in members {
      digest.update(Array("\(member?.utf8.count ?? -1):\(member ?? "")".utf8))
    }
    digest.update(document.bytes)
    return digest.finished()
  }
}
