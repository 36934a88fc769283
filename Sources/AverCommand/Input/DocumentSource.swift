import Aver
import AverModel

/// Everything that the command line names, a batch at a time, in a fixed order.
struct DocumentSource: BatchSource {
  /// About this many bytes are worth a task.
  private static let batchBytes = 64 * 1024

  /// What may wait to be read: lines of a file, files of a folder.
  private enum Step {
    case path(RawPath)
    case standardInput
    case folder(FolderWalker, root: RawPath)
    case lines(LineBox, place: String)
  }

  /// Lets a reader, which cannot be copied, stand in the list of steps.
  private final class LineBox {
    var reader: LineReader

    init(_ reader: consuming LineReader) { self.reader = reader }
  }

  private let format: InputFormat
  private let reader: DocumentReader
  /// The steps still to be done, the next one last.
  private var steps: [Step]
  /// Files of folders whose names say that they are no articles.
  private(set) var passedFiles = 0
  private(set) var passedFolderLinks = 0

  init(paths: [String], format: InputFormat, reader: DocumentReader) {
    self.format = format
    self.reader = reader
    steps = paths.reversed().map { $0 == "-" ? .standardInput : .path(RawPath($0)) }
  }

  var mayBlock: Bool {
    switch steps.last {
    case .lines(let box, _): box.reader.mayBlock
    case .standardInput: true
    default: false
    }
  }

  mutating func nextBatch() -> [DocumentItem]? {
    var batch: [DocumentItem] = []
    var byteCount = 0
    while byteCount < DocumentSource.batchBytes, batch.isEmpty || !mayBlock {
      guard let (item, weight) = next() else { break }
      batch.append(item)
      // A document costs something even if it is empty.
      byteCount += weight + 64
    }
    return batch.isEmpty ? nil : batch
  }

  private mutating func next() -> (DocumentItem, weight: Int)? {
    while let step = steps.popLast() {
      switch step {
      case .path(let path):
        if let found = open(path) { return found }
      case .standardInput:
        if let found = openStandardInput() { return found }
      case .folder(let walker, let root):
        if let found = nextFile(in: walker, root: root) { return found }
      case .lines(let box, let place):
        if let line = box.reader.next() {
          if case .failed = line {} else { steps.append(step) }
          return item(for: line, place: place)
        }
      }
    }
    return nil
  }

  /// What a path of the command line stands for; nil where that is a new step.
  private mutating func open(_ path: RawPath) -> (DocumentItem, weight: Int)? {
    let identifier = path.normalized.string
    do throws(SystemError) {
      let status = try FileStatus(of: path, followingLinks: true)
      switch status.kind {
      case .folder:
        steps.append(.folder(FolderWalker(folder: path), root: path))
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
      return (.failed(reader.unreadable(identifier: identifier, error)), 0)
    }
  }

  private mutating func openFile(
    _ path: RawPath,
    identifier: String,
    byteCount: Int
  ) -> (DocumentItem, weight: Int)? {
    var kind = format
    if format == .auto, let named = InputFormat(suffix: path.suffix) { kind = named }
    switch kind {
    case .html: return (.file(path, identifier: identifier, mediaType: .html), byteCount)
    case .text: return (.file(path, identifier: identifier, mediaType: .plainText), byteCount)
    case .jsonl, .auto:
      do throws(SystemError) {
        let file = try FileDescriptor(opening: path, FileDescriptor.readOnly)
        var lines = LineReader(file, longestLine: reader.longestDocument)
        let start = kind == .auto ? try lines.peek(256) : []
        guard kind == .jsonl || InputFormat.looksLikeRecord(start) else {
          return (.file(path, identifier: identifier, mediaType: .unknown), byteCount)
        }
        steps.append(.lines(LineBox(lines), place: path.string))
        return nil
      } catch {
        return (.failed(reader.unreadable(identifier: identifier, error)), 0)
      }
    }
  }

  private mutating func openStandardInput() -> (DocumentItem, weight: Int)? {
    var lines = LineReader(FileDescriptor(borrowing: 0), longestLine: reader.longestDocument)
    do throws(SystemError) {
      let start = format == .auto ? try lines.peek(256) : []
      if format == .jsonl || InputFormat.looksLikeRecord(start) {
        steps.append(.lines(LineBox(lines), place: "standard input"))
        return nil
      }
      guard let bytes = try lines.readToEnd(limit: reader.longestDocument) else {
        return (.failed(reader.tooLarge(identifier: "-")), 0)
      }
      // Nothing at all is no document: a pipe that had nothing to say.
      guard !bytes.isEmpty else { return nil }
      let mediaType: SourceDocument.MediaType =
        switch format {
        case .html: .html
        case .text: .plainText
        case .auto, .jsonl: .unknown
        }
      let document = SourceDocument(
        identifier: "-",
        bytes: bytes,
        mediaType: mediaType,
        date: reader.date
      )
      return (.document(document), bytes.count)
    } catch {
      return (.failed(reader.unreadable(identifier: "-", error)), 0)
    }
  }

  /// The next file of a folder; nil where it was passed over, is a new step, or there is none.
  private mutating func nextFile(
    in walker: FolderWalker,
    root: RawPath
  ) -> (DocumentItem, weight: Int)? {
    let linksBefore = walker.passedFolderLinks
    defer { passedFolderLinks += walker.passedFolderLinks - linksBefore }
    guard let entry = walker.next() else { return nil }
    steps.append(.folder(walker, root: root))
    switch entry {
    case .problem(let path, let code, let message):
      let identifier = path.relative(to: root).string
      return (
        .failed(
          DocumentFailure(
            identifier: identifier.isEmpty ? path.normalized.string : identifier,
            code: code,
            message: message,
            place: path.string
          )
        ), 0
      )
    case .file(let path, let byteCount):
      guard format != .auto || InputFormat(suffix: path.suffix) != nil else {
        passedFiles += 1
        return nil
      }
      return openFile(path, identifier: path.relative(to: root).string, byteCount: byteCount)
    }
  }

  private func item(
    for line: LineReader.Line,
    place: String
  ) -> (DocumentItem, weight: Int) {
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
    case .failed(let error, let number):
      let failure = DocumentFailure(
        code: "unreadable",
        message: "reading failed: \(error.message)",
        line: number,
        place: place
      )
      return (.failed(failure), 0)
    }
  }
}
