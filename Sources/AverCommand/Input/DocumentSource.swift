import Aver
import AverArchives
import AverModel

/// Everything that the command line names, in a fixed order.
struct DocumentSource {
  /// What may wait to be read: lines of a file, files of a folder.
  private enum Step {
    case path(RawPath)
    case standardInput
    case folder(FolderWalker, root: RawPath)
    case list(LineBox)
    case lines(LineBox, place: String)
    case archive(ArchiveBox, place: String)
  }

  /// Let a reader, which cannot be copied, stand in the list of steps.
  private final class LineBox {
    var reader: LineReader

    init(_ reader: consuming LineReader) { self.reader = reader }
  }

  private final class ArchiveBox {
    var reader: WebArchiveReader

    init(_ reader: consuming WebArchiveReader) { self.reader = reader }
  }

  /// A document and about how many bytes it has.
  typealias Weighted = (item: DocumentItem, weight: Int)

  private let selection: SourceSelection
  private let reader: DocumentReader
  /// The steps still to be done, the next one last.
  private var steps: [Step]
  /// What is known to be wrong already.
  private var problems: [DocumentFailure] = []
  private var documentCount = 0
  /// Files of folders whose names say that they are no articles.
  private(set) var passedFiles = 0
  private(set) var passedFolderLinks = 0
  /// Records of web archives that are no pages.
  private(set) var passedRecords = 0

  init(_ selection: SourceSelection, reader: DocumentReader) {
    self.selection = selection
    self.reader = reader
    steps = selection.paths.reversed().map { $0 == "-" ? .standardInput : .path(RawPath($0)) }
    if let list = selection.list { openList(list) }
  }

  /// Whether asking for the next document may have to wait for somebody else.
  mutating func mayBlock() -> Bool {
    switch steps.last {
    case .lines(let box, _), .list(let box): box.reader.mayBlock()
    case .archive(let box, _): box.reader.mayBlock
    case .standardInput: !FileDescriptor(borrowing: 0).isReady(waiting: 0)
    default: false
    }
  }

  /// What to wait for where the next document may have to be waited for.
  var descriptor: Int32 {
    switch steps.last {
    case .lines(let box, _), .list(let box): box.reader.descriptor
    case .archive(let box, _): box.reader.descriptor
    default: 0
    }
  }

  /// The next document; nil at the end.
  mutating func next() -> Weighted? {
    guard documentCount < selection.limit ?? .max else { return nil }
    guard let found = problems.popLast().map({ (DocumentItem.failed($0), 0) }) ?? nextInSteps()
    else { return nil }
    documentCount += 1
    return found
  }

  private mutating func nextInSteps() -> Weighted? {
    while let step = steps.popLast() {
      switch step {
      case .path(let path):
        if let found = open(path) { return found }
      case .standardInput:
        if let found = openStandardInput() { return found }
      case .folder(let walker, let root):
        if let found = nextFile(in: walker, root: root) { return found }
      case .list(let box):
        guard let line = box.reader.next() else { continue }
        steps.append(step)
        switch line {
        case .line(let path, _): steps.append(.path(RawPath(bytes: path)))
        default: return weighted(line, place: selection.list ?? "")
        }
      case .lines(let box, let place):
        guard let line = box.reader.next() else { continue }
        steps.append(step)
        return weighted(line, place: place)
      case .archive(let box, let place):
        if let found = nextPage(in: box, place: place) { return found }
      }
    }
    return nil
  }

  private mutating func openList(_ path: String) {
    let separator: UInt8 = selection.isListZeroed ? 0 : 0x0A
    do throws(SystemError) {
      let file =
        path == "-"
        ? FileDescriptor(borrowing: 0)
        : try FileDescriptor(opening: RawPath(path), FileDescriptor.readOnly)
      let lines = LineReader(FileInput(file), longestLine: 1 << 16, separator: separator)
      steps.insert(.list(LineBox(lines)), at: 0)
    } catch {
      problems.append(.unreadable(identifier: path, error))
    }
  }

  /// What a path of the command line stands for; nil where that is a new step.
  private mutating func open(_ path: RawPath) -> Weighted? {
    let identifier = path.normalized.string
    do throws(SystemError) {
      let status = try FileStatus(of: path, followingLinks: true)
      switch status.kind {
      case .folder:
        steps.append(.folder(selection.walker(of: path), root: path))
        return nil
      case .file: return openFile(path, identifier: identifier, byteCount: status.byteCount)
      case .link, .other:
        let failure = DocumentFailure(
          identifier: identifier,
          code: "not-a-file",
          message: FolderWalker.notAFile
        )
        return (.failed(failure), 0)
      }
    } catch {
      return (.failed(.unreadable(identifier: identifier, error)), 0)
    }
  }

  private mutating func openFile(
    _ path: RawPath,
    identifier: String,
    byteCount: Int
  ) -> Weighted? {
    let named = InputFormat(suffix: path.contentSuffix)
    let format = selection.format == .auto ? named ?? .auto : selection.format
    if format == .html || format == .text {
      return (.file(path, identifier: identifier, mediaType: format.mediaType), byteCount)
    }
    do {
      let file = try FileDescriptor(opening: path, FileDescriptor.readOnly)
      let opened = try OpenedInput(FileInput(file))
      if openSteps(opened, format, place: path.string) { return nil }
      return (.file(path, identifier: identifier, mediaType: .unknown), byteCount)
    } catch let error as SystemError {
      return (.failed(.unreadable(identifier: identifier, error)), 0)
    } catch let problem as InputProblem {
      return (failed(problem, identifier: identifier, place: path.string), 0)
    } catch {
      preconditionFailure("opening throws nothing else: \(error)")
    }
  }

  /// Makes a step of what holds many documents; false where it is one document.
  private mutating func openSteps(
    _ opened: OpenedInput,
    _ format: InputFormat,
    place: String
  ) -> Bool {
    if format == .warc || (format == .auto && opened.isArchive) {
      let pages = WebArchiveReader(opened, longestDocument: reader.longestDocument)
      steps.append(.archive(ArchiveBox(pages), place: place))
      return true
    }
    var lines = lineReader(opened)
    guard format == .jsonl || lines.beginsLikeRecord() else { return false }
    steps.append(.lines(LineBox(lines), place: place))
    return true
  }

  private func lineReader(_ opened: OpenedInput) -> LineReader {
    LineReader(
      opened.input,
      start: opened.start,
      longestLine: reader.longestDocument,
      isCompressed: opened.isCompressed
    )
  }

  private mutating func openStandardInput() -> Weighted? {
    let format = selection.format
    do throws(InputProblem) {
      let opened = try OpenedInput(FileInput(FileDescriptor(borrowing: 0)))
      if format == .warc || (format == .auto && opened.isArchive) {
        _ = openSteps(opened, .warc, place: "standard input")
        return nil
      }
      var lines = lineReader(opened)
      if format == .jsonl || (format == .auto && lines.beginsLikeRecord()) {
        steps.append(.lines(LineBox(lines), place: "standard input"))
        return nil
      }
      guard let bytes = try lines.readToEnd(limit: reader.longestDocument) else {
        return (.failed(.tooLarge(identifier: "-", limit: reader.longestDocument)), 0)
      }
      // Nothing at all is no document: a pipe that had nothing to say.
      guard !bytes.isEmpty else { return nil }
      let document = SourceDocument(
        identifier: "-",
        bytes: bytes,
        mediaType: format.mediaType,
        date: reader.date
      )
      return (.document(document), bytes.count)
    } catch {
      return (failed(error, identifier: "-", place: "standard input"), 0)
    }
  }

  /// The next file of a folder; nil where it was passed over, is a new step, or there is none.
  private mutating func nextFile(in walker: FolderWalker, root: RawPath) -> Weighted? {
    let linksBefore = walker.passedFolderLinks
    defer { passedFolderLinks += walker.passedFolderLinks - linksBefore }
    guard let entry = walker.next() else { return nil }
    steps.append(.folder(walker, root: root))
    switch entry {
    case .problem(let path, let code, let message):
      let identifier = path.relative(to: root).string
      let failure = DocumentFailure(
        identifier: identifier.isEmpty ? path.normalized.string : identifier,
        code: code,
        message: message,
        place: path.string
      )
      return (.failed(failure), 0)
    case .file(let path, let byteCount):
      let below = path.relative(to: root)
      guard selection.wants(below) else {
        passedFiles += 1
        return nil
      }
      return openFile(path, identifier: below.string, byteCount: byteCount)
    }
  }

  private mutating func nextPage(in box: ArchiveBox, place: String) -> Weighted? {
    let passedBefore = box.reader.passedRecords
    let entry = box.reader.next()
    passedRecords += box.reader.passedRecords - passedBefore
    guard let entry else { return nil }
    steps.append(.archive(box, place: place))
    switch entry {
    case .problem(let problem, let identifier):
      return (failed(problem, identifier: identifier ?? place, place: place), 0)
    case .page(let page):
      let document = SourceDocument(
        identifier: page.identifier,
        bytes: page.bytes,
        mediaType: .html,
        address: page.address,
        date: reader.date,
        fetchDate: page.date,
        declaredEncoding: page.encoding
      )
      return (.document(document), page.bytes.count)
    }
  }

  private func failed(_ problem: InputProblem, identifier: String, place: String) -> DocumentItem {
    .failed(
      DocumentFailure(
        identifier: identifier,
        code: problem.code,
        message: problem.message,
        place: place
      )
    )
  }

  private func weighted(_ line: LineReader.Line, place: String) -> Weighted {
    switch line {
    case .line(let bytes, let number):
      return (.line(bytes, number: number, place: place), bytes.count)
    case .tooLong(let byteCount, let number):
      let failure = DocumentFailure(
        code: "too-large",
        message: "the line has \(byteCount) bytes, more than \(reader.longestDocument); "
          + "raise --max-doc-bytes",
        line: number,
        place: place
      )
      return (.failed(failure), 0)
    case .failed(let problem, let number):
      let failure = DocumentFailure(
        code: problem.code,
        message: problem.message,
        line: number,
        place: place
      )
      return (.failed(failure), 0)
    }
  }
}

extension LineReader {
  /// Whether the input begins like a JSON object rather than like a page or an article.
  fileprivate mutating func beginsLikeRecord() -> Bool {
    InputFormat.looksLikeRecord(peek(256, isEnough: InputFormat.canTell))
  }
}

extension DocumentSource: BatchSource {
  /// About this many bytes are worth a task.
  private static let batchBytes = 64 * 1024

  /// Enough documents to be worth a task; nil at the end.
  mutating func nextBatch() -> [DocumentItem]? {
    var batch: [DocumentItem] = []
    var byteCount = 0
    while byteCount < DocumentSource.batchBytes, batch.isEmpty || !mayBlock() {
      guard let found = next() else { break }
      batch.append(found.item)
      // A document costs something even if it is empty.
      byteCount += found.weight + 64
    }
    return batch.isEmpty ? nil : batch
  }
}
