import Aver
import AverArchives
import AverModel
import AverReports
import Glibc

/// Writes the results of a run to a batch folder, where a later run can go on.
final class BatchSink: DocumentSink {
  /// Results are written to the disk at least so often, in nanoseconds.
  private static let rhythm = 1_000_000_000

  private let layout: BatchLayout
  private let run: BatchRun
  private let lock: FolderLock
  private let finished: BatchStore?
  private let growing: BatchStore
  private let results: BatchFile
  private let journal: BatchFile
  private var plan: BatchPlan
  private var lastFlush = SteadyClock.nanoseconds
  private var identifiers: Set<Int> = []
  private var documentCount = 0
  private var failureCount = 0
  private var claimCount = 0
  /// Results taken over from an earlier run.
  private(set) var knownCount = 0
  /// An id that stands for several documents, and how many such documents there are.
  private(set) var repeated: (identifier: String, count: Int)?

  /// Opens the folder, and makes it if it is not there.
  ///
  /// - Parameters:
  ///   - layout: The folder and its files.
  ///   - run: What makes the results.
  ///   - isResuming: Whether a batch that is there already is gone on with.
  /// - Throws: `CommandFailure` if the folder cannot be used; nothing in it is changed then.
  init(_ layout: BatchLayout, run: BatchRun, isResuming: Bool) throws(CommandFailure) {
    self.layout = layout
    self.run = run
    let name = layout.folder.string
    try Self.prepare(layout, name)
    lock = try FolderLock(layout.lock, folder: name)
    let isThere = [layout.results, layout.journal, layout.partialJournal].contains {
      (try? FileStatus(of: $0, followingLinks: false)) != nil
    }
    guard isResuming || !isThere else {
      throw CommandFailure(
        "\(name): the output folder holds a batch already: --resume goes on with it, "
          + "or name another folder"
      )
    }
    // Without a manifest, results and journal need not belong together.
    finished =
      (try? FileStatus(of: layout.manifest, followingLinks: false)).map { _ in
        BatchStore(results: layout.results, journal: layout.journal, run: run)
      }
    growing = BatchStore(results: layout.partialResults, journal: layout.partialJournal, run: run)
    let header = run.line
    do throws(SystemError) {
      results = try BatchFile(layout.partialResults, keeping: growing.resultsEnd)
      journal = try BatchFile(layout.partialJournal, keeping: growing.journalEnd)
      plan = try BatchPlan(layout.plan, headerByteCount: header.count)
      if growing.journalEnd == 0 {
        try journal.append(header)
        try journal.flush()
      }
    } catch {
      throw CommandFailure("\(name): the output folder cannot be written: \(error.message)")
    }
    if isResuming, growing.isOfAnotherRun || finished?.isOfAnotherRun == true {
      MessageLog.write("rules or options have changed since: all documents are done anew")
    }
  }

  /// What the folder is, for those who must not read it.
  var identity: FileIdentity? {
    try? FileStatus(of: layout.folder, followingLinks: true).identity
  }

  /// Where the results are in the end.
  var resultsPath: String { layout.results.string }

  private static func prepare(_ layout: BatchLayout, _ name: String) throws(CommandFailure) {
    let answer = unsafe layout.folder.withCString { unsafe mkdir($0, 0o777) }
    guard answer == 0 || errno == EEXIST else {
      throw CommandFailure("\(name): the output folder cannot be made: \(SystemError.last.message)")
    }
    guard answer != 0 else { return }
    let isFolder: Bool
    let isOwn: Bool
    do throws(SystemError) {
      isFolder = try FileStatus(of: layout.folder, followingLinks: true).kind == .folder
      isOwn = isFolder ? layout.owns(try layout.folder.folderContents()) : false
    } catch {
      throw CommandFailure("\(name): the output folder cannot be read: \(error.message)")
    }
    guard isFolder else { throw CommandFailure("\(name): the output is a file, not a folder") }
    guard isOwn else {
      throw CommandFailure(
        "\(name): the output folder is not empty and holds no batch of this command; name another"
      )
    }
  }

  func knownDigests(of item: DocumentItem) -> [[UInt8]] {
    if growing.isEmpty, finished?.isEmpty ?? true { return [] }
    let identifier: String
    switch item {
    case .failed: return []
    case .file(_, let name, _): identifier = name
    case .document(let document): identifier = document.identifier
    case .line(let bytes, _, _):
      do throws(RecordError) {
        identifier = try JSONRecordReader().document(from: bytes).identifier
      } catch {
        identifier = error.identifier ?? ""
      }
      // Lines without an id may be many.
      let digest = SHA256.digest(bytes)
      return known(identifier, digest) == nil ? [] : [digest]
    }
    return growing.inputs(of: identifier) + (finished?.inputs(of: identifier) ?? [])
  }

  func take(_ outcome: DocumentOutcome) throws(CommandFailure) -> TakenResult {
    documentCount += 1
    let identifier = outcome.identifier ?? ""
    if !identifier.isEmpty, !identifiers.insert(identifier.hashValue).inserted {
      repeated = (repeated?.identifier ?? identifier, (repeated?.count ?? 0) + 1)
    }
    do throws(SystemError) {
      if outcome.isKnown, let (store, location) = known(identifier, outcome.digest) {
        knownCount += 1
        claimCount += location.claimCount
        failureCount += location.isFailure ? 1 : 0
        try plan.append(store, location)
        return TakenResult(claimCount: location.claimCount, isFailure: location.isFailure)
      }
      try append(JournalEntry(outcome), outcome.output.bytes)
      return TakenResult(outcome)
    } catch {
      throw failure(error)
    }
  }

  private func known(
    _ identifier: String,
    _ input: [UInt8]
  ) -> (BatchPlan.Store, BatchStore.Location)? {
    if let location = growing.location(identifier: identifier, input: input) {
      return (.growing, location)
    }
    return finished?.location(identifier: identifier, input: input).map { (.finished, $0) }
  }

  private func append(_ entry: JournalEntry, _ bytes: [UInt8]) throws(SystemError) {
    var json = JSONWriter()
    entry.write(to: &json)
    let line = json.takeBytes()
    let location = BatchStore.Location(
      offset: results.byteCount,
      byteCount: bytes.count,
      lineOffset: journal.byteCount,
      lineByteCount: line.count,
      claimCount: entry.claimCount,
      isFailure: entry.code != nil
    )
    claimCount += entry.claimCount
    failureCount += location.isFailure ? 1 : 0
    try results.append(bytes)
    try journal.append(line)
    try plan.append(.growing, location)
    if results.isWorthwhile || journal.isWorthwhile { try flush() }
  }

  /// A line of the journal is written after the result that it speaks of.
  private func flush() throws(SystemError) {
    try results.flush()
    try journal.flush()
    lastFlush = SteadyClock.nanoseconds
  }

  func pause() throws(CommandFailure) {
    guard SteadyClock.nanoseconds - lastFlush > Self.rhythm else { return }
    do throws(SystemError) { try flush() } catch { throw failure(error) }
  }

  func interrupt() throws(CommandFailure) {
    do throws(SystemError) { try flush() } catch { throw failure(error) }
  }

  func finish() throws(CommandFailure) {
    do throws(SystemError) {
      try flush()
      var (newResults, newJournal) = (layout.partialResults, layout.partialJournal)
      if plan.isWhole(results: results.byteCount, journal: journal.byteCount) {
        try results.finish()
        try journal.finish()
      } else {
        try plan.assemble(layout, header: run.line)
        newResults = layout.temporary(layout.results)
        newJournal = layout.temporary(layout.journal)
      }
      let manifest = try manifest(newResults, newJournal)
      let file = try BatchFile(layout.temporary(layout.manifest))
      try file.append(manifest.bytes)
      try file.finish()
      // While results and journal change places there is no manifest to vouch for them.
      layout.manifest.remove()
      try newResults.move(to: layout.results)
      try newJournal.move(to: layout.journal)
      try layout.temporary(layout.manifest).move(to: layout.manifest)
    } catch {
      throw failure(error)
    }
    for leftover in [layout.plan, layout.partialResults, layout.partialJournal] {
      leftover.remove()
    }
    layout.folder.synchronizeFolder()
  }

  private func manifest(
    _ results: RawPath,
    _ journal: RawPath
  ) throws(SystemError) -> BatchManifest {
    let file = try FileDescriptor(opening: journal, FileDescriptor.readOnly)
    var digest = SHA256()
    var byteCount = 0
    var bytes: [UInt8] = []
    while try file.read(into: &bytes, limit: 1 << 18) > 0 {
      digest.update(bytes)
      byteCount += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    return BatchManifest(
      run: run,
      libraries: LibraryVersions.all,
      documentCount: documentCount,
      failureCount: failureCount,
      claimCount: claimCount,
      results: (layout.resultName, try FileStatus(of: results, followingLinks: true).byteCount),
      journal: ("journal.jsonl", byteCount, "sha256:" + SHA256.hexadecimal(digest.finished()))
    )
  }

  private func failure(_ error: SystemError) -> CommandFailure {
    // What was assembled is no use; results and journal that grow are.
    for path in [layout.results, layout.journal, layout.manifest] {
      layout.temporary(path).remove()
    }
    return CommandFailure(
      "\(layout.folder.string): the output cannot be written: \(error.message); what is finished "
        + "is kept, and --resume goes on with it"
    )
  }
}

extension RawPath {
  /// The names in a folder.
  fileprivate func folderContents() throws(SystemError) -> [String] {
    guard let stream = unsafe withCString({ unsafe opendir($0) }) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
