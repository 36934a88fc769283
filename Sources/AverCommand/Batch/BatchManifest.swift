import AverModel
import AverReports

/// What a finished batch is: what made it, what it holds, and its files.
struct BatchManifest {
  let run: BatchRun
  let libraries: [String]
  let documentCount: Int
  let failureCount: Int
  let claimCount: Int
  let results: (name: String, byteCount: Int)
  /// The journal, whose digest vouches for the results: it holds the digest of each.
  let journal: (name: String, byteCount: Int, digest: String)

  /// The manifest as JSON; nothing in it depends on the time or the machine.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.name("record")
    json.string("manifest")
    json.name("run")
    json.string(run.identity.run)
    json.name("tool")
    json.string(run.identity.tool)
    json.name("rules")
    json.string(run.identity.rules)
    write("libraries", libraries, to: &json)
    write("options", run.options, to: &json)
    json.name("documents")
    json.integer(documentCount)
    json.name("failed")
    json.integer(failureCount)
    json.name("claims")
    json.integer(claimCount)
    json.name("files")
    json.beginArray()
    writeFile(results.name, results.byteCount, nil, to: &json)
    writeFile(journal.name, journal.byteCount, journal.digest, to: &json)
    json.endArray()
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }

  private func write(_ name: String, _ values: [String], to json: inout JSONWriter) {
    json.name(name)
    json.beginArray()
    for value in values { json.string(value) }
    json.endArray()
  }

  private func writeFile(
    _ name: String,
    _ byteCount: Int,
    _ digest: String?,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.name("name")
    json.string(name)
    json.name("bytes")
    json.integer(byteCount)
    if let digest {
      json.name("digest")
      json.string(digest)
    }
    json.endObject()
  }
}
