/// The files of a batch folder.
///
/// A finished batch is three files: the results, the journal with one line for each input, and the
/// manifest. While it runs, results and journal grow under names that end in `.part`; each line of
/// the journal follows the result that it speaks of.
struct BatchLayout {
  let folder: RawPath
  /// The name of the results: `claims.jsonl`.
  let resultName: String

  var results: RawPath { path(resultName) }
  var journal: RawPath { path("journal.jsonl") }
  var manifest: RawPath { path("manifest.json") }
  var lock: RawPath { path(".lock") }
  var partialResults: RawPath { path(resultName + ".part") }
  var partialJournal: RawPath { path("journal.jsonl.part") }
  var plan: RawPath { path("order.part") }

  /// The name under which a file stands until it is whole.
  func temporary(_ path: RawPath) -> RawPath { RawPath(bytes: path.bytes + Array(".tmp".utf8)) }

  /// What may be in the folder of a batch.
  private var names: Set<String> {
    var names: Set<String> = [".lock", "order.part"]
    for name in [resultName, "journal.jsonl", "manifest.json"] {
      names.formUnion([name, name + ".part", name + ".tmp"])
    }
    return names
  }

  /// Whether all that is in a folder belongs to a batch.
  func owns(_ contents: [String]) -> Bool { names.isSuperset(of: contents) }

  private func path(_ name: String) -> RawPath { folder.appending(Array(name.utf8)) }
}
